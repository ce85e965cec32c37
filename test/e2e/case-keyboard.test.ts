import type { Locator, Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

/** An action as it is taken without a mouse: what is typed into the fields, by their labels. */
interface Task {
  readonly what: string;
  readonly action: string;
  /** As the sheet and its button are called. */
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** The first of what a list offers, whatever the card's network. */
const first = "ArrowDown";

const tasks: readonly Task[] = [
  { what: "a refund is approved", action: "APPROVE_REFUND", name: "Approve refund", fields: {} },
  {
    what: "a request is declined with its reason",
    action: "DECLINE_REQUEST",
    name: "Decline",
    fields: { Reason: "The sale was longer ago than the policy allows." },
  },
  {
    what: "the customer is asked for what is missing",
    action: "REQUEST_INFORMATION",
    name: "Ask the customer",
    fields: { "What is missing": "A photo of the card slip, please." },
  },
  {
    what: "a dispute is raised with the bank",
    action: "ESCALATE_TO_BANK",
    name: "Escalate to bank",
    fields: { "Network's reason code": first, "Message to the bank": "The shop has not answered within its clock." },
  },
  {
    what: "a check is recorded",
    action: "RECORD_CHECK",
    name: "Record a check",
    fields: { Check: "Identity confirmed", Outcome: "Passed" },
  },
];

interface Open {
  readonly number: string;
  readonly refundable: { readonly minor: string } | null;
  readonly decision: { readonly outcome: string } | null;
  readonly ownWord: { readonly isEnough: boolean } | null;
  readonly availableActions: readonly { readonly action: string; readonly allowed: boolean }[];
}

/** A case on which the agent may do it, and on which the policy is of the same mind. */
async function caseFor(page: Page, { action }: Pick<Task, "action">): Promise<string> {
  const query = `{ cases(filter: { open: true, states: [VERIFYING] }, first: 60) { edges { node {
    number refundable { minor } decision { outcome } ownWord { isEnough } availableActions { action allowed } } } } }`;
  const origin = new URL(page.url()).origin;
  const answer = await page.request.post(`${origin}/graphql`, { data: { query }, headers: { origin } });
  const { data } = (await answer.json()) as { data: { cases: { edges: readonly { node: Open }[] } } };
  const agrees = (outcome: string | undefined) =>
    action === "APPROVE_REFUND" ? outcome === "APPROVE" : outcome !== "APPROVE";
  const found = data.cases.edges.find(
    ({ node }) =>
      agrees(node.decision?.outcome) &&
      // Above the agent's limit it is a proposal, which has a name of its own.
      (action !== "APPROVE_REFUND" || node.ownWord?.isEnough === true) &&
      node.availableActions.some((one) => one.action === action && one.allowed),
  );
  if (found === undefined) throw new Error(`The demo desk has no case for ${action}`);
  return found.node.number;
}

/** Goes on by Tab, or back, until this has the focus, as whoever has no mouse does. */
async function tabTo(page: Page, control: Locator, key: "Tab" | "Shift+Tab" = "Tab"): Promise<void> {
  await control.waitFor();
  for (let pressed = 0; pressed < 120; pressed++) {
    if (await control.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error("A hundred and twenty presses of Tab do not lead there");
}

/** By the palette, as far as the case's own page. */
async function openByNumber(page: Page, number: string): Promise<void> {
  await page.keyboard.press("/");
  await page.getByRole("combobox", { name: "Search and commands" }).waitFor();
  await page.keyboard.type(number);
  await page.getByRole("option", { name: number, selected: true }).waitFor();
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/cases/${number}`);
}

test("by keyboard alone the customer is answered, the answer is taken back and sent again, and a colleague is called", async () => {
  await visitDesk("keyboard-answer", async ({ colleague }) => {
    const page = await colleague("agent", "/queue");
    const { keyboard } = page;
    await openByNumber(page, await caseFor(page, { action: "SEND_MESSAGE" }));
    const box = page.locator("#composer");
    const reply = "We have asked the shop, and write again tomorrow.";
    await tabTo(page, box);
    await keyboard.type(reply);
    await keyboard.press("Control+Enter");
    await tabTo(page, page.getByRole("button", { name: "Undo" }), "Shift+Tab");
    await keyboard.press("Enter");
    await expect.poll(() => box.inputValue()).toBe(reply);
    expect(await box.evaluate((element) => element === document.activeElement)).toBe(true);
    await keyboard.press("Control+Enter");
    await expect.poll(() => box.inputValue()).toBe("");

    // The last of those that can be written to is the desk itself; the arrows go round.
    await tabTo(page, page.getByRole("group", { name: "To", exact: true }).getByRole("radio").first(), "Shift+Tab");
    await keyboard.press("ArrowLeft");
    await tabTo(page, box);
    await keyboard.type("@");
    const called = page.getByRole("listbox").getByRole("option", { selected: true });
    await called.waitFor();
    const name = (await called.textContent()) ?? "";
    await keyboard.press("Enter");
    await keyboard.type("would you look at this?");
    await keyboard.press("Control+Enter");
    const story = page.getByRole("region", { name: "Story" });
    await story.getByText(`@${name}`).waitFor();
    await story.getByText("would you look at this?").waitFor();
    await story.getByText(reply).waitFor();
  });
});

test.each(tasks)("by keyboard alone $what, and the focus is not lost", async (task) => {
  await visitDesk(`keyboard-${task.action}`, async ({ colleague }) => {
    const page = await colleague("agent", "/queue");
    const { keyboard } = page;
    await openByNumber(page, await caseFor(page, task));

    const button = new RegExp(`^${task.name}`);
    await tabTo(page, page.getByRole("region", { name: "Next" }).getByRole("button", { name: button }).first());
    await keyboard.press("Enter");
    const sheet = page.getByRole("region", { name: task.name, exact: true });
    for (const [label, text] of Object.entries(task.fields)) {
      const control = sheet.getByLabel(label, { exact: true });
      await tabTo(page, control);
      // What there is to choose may still be on its way.
      if (text === first) await control.locator("option").nth(1).waitFor({ state: "attached" });
      await (text === first ? keyboard.press(first) : keyboard.type(text));
    }
    await tabTo(page, sheet.getByRole("button", { name: button }));
    await keyboard.press("Enter");
    await page.getByRole("status").getByText(`Done: ${task.name}`).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain(`Done: ${task.name}`);
  });
});
