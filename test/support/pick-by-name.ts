import type { Locator, Page } from "playwright-core";

/** Types a part of a name into a field that looks it up, and takes what fits. */
export async function pickByName(place: Page | Locator, label: string, typed: string, words: string | RegExp) {
  const box = place.getByRole("combobox", { name: label, exact: true });
  await box.fill(typed);
  await place.getByRole("option", { name: words }).first().click();
}
