/** Once the errors are drawn: the eye and the keyboard go to the first field that is wrong, in a group to its first choice. */
export function focusFirstWrong(form: HTMLFormElement): void {
  requestAnimationFrame(() => {
    const wrong = form.querySelector<HTMLElement>("[aria-invalid=true]");
    const choice = wrong instanceof HTMLFieldSetElement ? wrong.querySelector<HTMLElement>("input") : wrong;
    choice?.focus();
  });
}
