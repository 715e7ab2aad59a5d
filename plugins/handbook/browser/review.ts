// An offline copy ages: the reader's own calendar says whether a page is overdue for its review, and how old the copy is.

const pad = (number: number): string => (number < 10 ? "0" : "") + number;

export function today(now: Date): string {
  return [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join("-");
}

/** The same day a year later, as text that sorts. */
const yearAfter = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

export function startReview(): void {
  const aged = document.querySelector<HTMLElement>('[data-hb="aged"]');
  if (aged) aged.hidden = today(new Date()) <= yearAfter(aged.dataset.date || "9999");
  const notice = document.querySelector<HTMLElement>('[data-hb="review"]');
  if (notice) notice.hidden = today(new Date()) <= (notice.dataset.date || "");
}
