// What the page and the terminal know of a paper; the scripts under assets/papers/ bring it.

export interface Field {
  label: string;
  kind: "text" | "long-text" | "date" | "time" | "number" | "person" | "people" | "choice" | "percent";
  required: boolean;
  hint: string;
  sample: string;
  choices: string[];
  minimum: number | null;
  maximum: number | null;
}

export interface Paper {
  slug: string;
  title: string;
  kind: string;
  wide: boolean; // the page lies on its side
  fields: Record<string, Field>;
  tags: Record<string, [string, string]>; // tag in the body → its field, and the blank that stands there unfilled
  core: string; // the part docProps/core.xml
  body: string; // the part word/document.xml with tags; in the scripts squeezed and in base64
}

/** Facts of several papers, typed once. */
export interface Fact {
  name: string;
  label: string;
  kind: Field["kind"];
  choices: string[];
  fields: string[]; // <paper>.<field>
  profile: string; // what of the branch's profile it is, or empty
  date: string; // which of the procedure's named dates it is, or empty
}

/** What must hold between papers. */
export interface Check {
  kind: "sum" | "at-least-share" | "at-most-share" | "order" | "equal" | "not-more-than";
  of: string[]; // <paper>.<field>
  share: [number, number];
  strict: boolean;
  rule: string;
  basis: string[];
}

export interface Pack { slug: string; papers: string[]; facts: Fact[]; checks: Check[] }

/** Why a value is refused: a key of the locale's `documents.refusals`, and the parts of its sentence. */
export interface Fault { code: string; parts: Record<string, string | number> }

export type Values = Record<string, string>; // field → what was typed
