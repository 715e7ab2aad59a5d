// On paper: the sheet's code on every page, and the whole of each note, which its box may cut off.

function codeRule(code: string): string {
  return `@page { @bottom-left { content: "${code}"; font-size: 9pt; } }`; // older browsers leave it: the code stands in the sheet too
}

export function printable(root: HTMLElement, code: () => string): void {
  const rules = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, rules];
  const prepare = () => {
    rules.replaceSync(code() ? codeRule(code()) : "");
    for (const note of Array.prototype.slice.call(root.querySelectorAll("[data-note]")) as HTMLInputElement[]) {
      const paper = note.nextElementSibling;
      if (paper) paper.textContent = note.value;
    }
  };
  window.addEventListener("beforeprint", prepare);
}
