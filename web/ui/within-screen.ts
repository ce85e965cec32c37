/** What is kept free between a sheet and the edge of the screen. */
const EDGE_PX = 16;

/** As the `ref` of a sheet that hangs from a button: where it would reach beyond the screen, it is moved to the left. */
export function withinScreen(sheet: HTMLElement | null): void {
  if (sheet === null) return;
  const beyond = sheet.getBoundingClientRect().right - (document.documentElement.clientWidth - EDGE_PX);
  if (beyond > 0) sheet.style.left = `${-beyond}px`;
}
