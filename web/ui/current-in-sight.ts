/** What fades at the end of a row that goes on. */
const FADE_PX = 40;

/** As the `ref` of a row of ways that may be wider than the screen: the one that stands for this page is brought in sight. */
export function currentInSight(row: HTMLElement | null): void {
  const current = row?.querySelector<HTMLElement>("[aria-current]");
  if (row == null || current == null) return;
  const start = current.offsetLeft - row.offsetLeft;
  const end = start + current.offsetWidth;
  if (start >= row.scrollLeft && end <= row.scrollLeft + row.clientWidth - FADE_PX) return;
  row.scrollLeft = start - (row.clientWidth - current.offsetWidth) / 2;
}
