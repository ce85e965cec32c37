/** As the `ref` of a row of ways that may be wider than the screen: the one that stands for this page is brought in sight. */
export function currentInSight(row: HTMLElement | null): void {
  const current = row?.querySelector<HTMLElement>("[aria-current]");
  if (row == null || current == null) return;
  row.scrollLeft = current.offsetLeft - row.offsetLeft - (row.clientWidth - current.offsetWidth) / 2;
}
