// What was searched lately and where, kept on this machine only; where nothing can be kept, there is none.

const KEY = "hb-search-recent";
const CHAPTER = "hb-search-chapter";
const MOST = 8;

export function recent(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) || "[]");
    return Array.isArray(kept) ? kept.filter((one): one is string => typeof one === "string").slice(0, MOST) : [];
  } catch {
    return [];
  }
}

export function remember(text: string): void {
  const said = text.trim().slice(0, 60);
  if (!said) return;
  try {
    localStorage.setItem(KEY, JSON.stringify([said, ...recent().filter((one) => one !== said)].slice(0, MOST)));
  } catch {
    // a full or forbidden store: then nothing is remembered
  }
}

export function forget(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // nothing was kept
  }
}

// The chapter that a reader looks in, until another is chosen.
export function chapter(): string {
  try {
    return localStorage.getItem(CHAPTER) || "";
  } catch {
    return "";
  }
}

export function keepChapter(slug: string): void {
  try {
    localStorage.setItem(CHAPTER, slug);
  } catch {
    // a full or forbidden store: then all chapters are searched next time
  }
}
