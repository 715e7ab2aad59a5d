// An offline copy ages: the reader's own calendar says whether a page is overdue for its review.

const pad = (number: number): string => (number < 10 ? "0" : "") + number;

export function today(now: Date): string {
  return [now.getFullYear(), pad(now.getMonth() + 1), pad(now.getDate())].join("-");
}

export function startReview(): void {
  const notice = document.querySelector<HTMLElement>('[data-hb="review"]');
  if (notice) notice.hidden = today(new Date()) <= (notice.dataset.date || "");
}
