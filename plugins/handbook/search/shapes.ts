// What the engine is given and what it gives. The data is made by stages/planning/searching when the handbook is built.

export interface Speech {
  digits: string; // ten characters, zero to nine
  two: string; // the other character for two
  tens: string; // ten, hundred
  of: string; // "of" in "of five parts four"
  percent: string; // what stands before a number that is a percentage
  stop: string[]; // words of a question that say nothing of its subject
  english: string[]; // the same in English
  traditional: [string, string]; // characters, and the simplified ones in the same order
  readings: Record<string, string>; // syllable → characters that are read so
}

// field (a key of FIELDS), words, and where on the page they stand
export type Said = [string, string, string?];

export interface Entry {
  kind: string;
  slug: string;
  url: string;
  title: string;
  chapter: string;
  code: string;
  text: string; // what it is for; of a question: its answer
  note: string; // of a question: its basis; of a procedure: its steps in one line
  at: [string, string]; // of a question: the step's name and address
  owner: number; // of a question: the place of its procedure; else -1
  state?: string; // the word for the state of its chapter, if that is not simply released
  papers?: number; // of a procedure: how many papers it has
  said: Said[];
}

export interface Contents {
  entries: Entry[];
  groups: string[][]; // words that mean the same
  subject: string[]; // words that show that a question is about the handbook's matter,
  core: string[]; // those that show it whatever else is in the question
  elsewhere: string[]; // words that show that it is about something else
}

export interface Hit {
  kind: string;
  slug: string;
  title: string;
  url: string;
  answer: string;
  score: number;
  entry: number; // place among the entries
  how: string; // "", "pinyin", "sound", "initials", "meaning", "text"
  words: string; // the words that matched best
}

export interface Asked {
  text: string;
  most?: number;
  deep?: boolean; // look into the running text even where names say it all
  kind?: string;
  chapter?: string;
}
