import type { Locator, Page } from "playwright-core";

/** A shop or a bank presses and reads words of its own. */
export const answers = { press: "Send the answer", done: "Your answer is with the desk." } as const;
export const rules = { press: "Send the ruling", done: "The ruling has taken effect." } as const;

/** Above one's limit what is pressed is a proposal, by its own name. */
export const proposes = {
  sheet: "Submit for approval",
  press: "Submit for approval",
  done: "Submitted for approval.",
} as const;

interface SheetWords {
  /** What the sheet is called, where that is not the action's name. */
  readonly sheet?: string;
  readonly press: string;
  readonly done: string;
}

/** Takes an action on the open case: opens its sheet, fills it in by its labels, presses its button, sees it done. */
export async function takeAction(
  page: Page,
  name: string,
  fields: Readonly<Record<string, string>> = {},
  { press, done, sheet: called }: SheetWords = { press: name, done: `Done: ${name}` },
) {
  const sheet = await openSheet(page, name, fields, called);
  const isDone = page.getByRole("status").getByText(done);
  const hasChanged = sheet.getByText("The case has just changed; nothing was sent");
  await pressIn(sheet, press);
  await isDone.or(hasChanged).first().waitFor();
  // A machine may have been faster by a moment; whoever is told so has seen it, and presses once more.
  if (await hasChanged.isVisible()) {
    await pressIn(sheet, "Seen, go on");
    await pressIn(sheet, press);
  }
  await isDone.waitFor();
}

/** The sheet of an action, filled in and not sent yet. */
export async function openSheet(
  page: Page,
  name: string,
  fields: Readonly<Record<string, string>> = {},
  called = name,
): Promise<Locator> {
  await pressIn(page.getByRole("region", { name: "Next" }), name);
  const sheet = page.getByRole("region", { name: called, exact: true });
  for (const [label, value] of Object.entries(fields)) {
    // A part of the sheet may be named by the same words as one of its fields.
    const control = sheet.locator("input, select, textarea").and(sheet.getByLabel(label));
    await control.waitFor();
    const isList = (await control.evaluate((element) => element.tagName)) === "SELECT";
    if (isList) await choose(control, value);
    else await control.fill(value);
  }
  return sheet;
}

export function pressIn(part: Locator, name: string): Promise<void> {
  return part.getByRole("button", { name: new RegExp(`^${name}`) }).click();
}

/** The first option with these words; a list that is still being fetched is waited for. */
async function choose(list: Locator, words: string): Promise<void> {
  const value = await list.locator("option", { hasText: words }).first().getAttribute("value");
  await list.selectOption(value);
}

/** What the case's head says of where it rests. It follows by itself when somebody else acts. */
export async function seeState(page: Page, word: string): Promise<void> {
  await page.getByRole("article").locator("header").getByText(word, { exact: true }).first().waitFor();
}

/** Finds the case in the queue, as what came in last, and opens it. */
export async function openFromQueue(page: Page, number: string): Promise<void> {
  const all = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: "All" });
  // At the link itself: views that come beside it move it from under a pointer.
  await all.press("Enter");
  // An order that is chosen before the view has been drawn belongs to the view before.
  await all.and(page.locator("[aria-current]")).waitFor();
  await page.getByLabel("Order").selectOption({ label: "Newest first" });
  await page.getByRole("list", { name: "Queue" }).getByRole("link", { name: number }).click();
  await page.getByRole("complementary", { name: number }).getByRole("link", { name: "Open the case" }).click();
  await page.getByRole("article").getByText(number, { exact: true }).first().waitFor();
}
