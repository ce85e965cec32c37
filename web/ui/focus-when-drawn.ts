/** As the `ref` of what takes the place of what had the focus, so that it is not lost. */
export const focusWhenDrawn = (drawn: HTMLElement | null): void => drawn?.focus();
