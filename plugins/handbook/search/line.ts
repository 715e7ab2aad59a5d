// A line that an entry says: a name, a question, a step, an answer.
export interface Line {
  entry: number;
  family: number; // the procedure and its questions are one family
  field: string;
  text: string;
  place: string;
  numbers: number[]; // its units, by their numbers in the vocabulary
  idle: boolean[]; // for each unit, whether it is of a word that says nothing of the subject; empty if none is
}

// What a match in a field is worth. Titles and names first, bodies last; the reasons stand in RANKING.md.
export const FIELDS: Record<string, number> = {
  title: 1,
  also: 1,
  ask: 0.97,
  told: 0.97,
  code: 1,
  english: 0.95,
  term: 0.78,
  paper: 0.76,
  step: 0.8,
  text: 0.7,
  answer: 0.62,
};

// Fields that name an entry or say how it is asked for.
export const NAMES = new Set(["title", "also", "ask", "told", "english", "term"]);
