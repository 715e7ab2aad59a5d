// Printing: what is folded away on the screen is opened for the paper, and folded again afterwards.

export function startPaper(): void {
  let opened: HTMLDetailsElement[] = [];
  window.addEventListener("beforeprint", () => {
    opened = Array.prototype.slice.call(document.querySelectorAll("details:not([open])"));
    opened.forEach((details) => {
      details.dataset.printing = ""; // what loads more when a reader opens it shall not load it for paper
      details.open = true;
    });
  });
  window.addEventListener("afterprint", () =>
    opened.forEach((details) => {
      details.open = false;
      delete details.dataset.printing;
    }),
  );
}
