import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

const dialog = (page: Page, name: string) => page.getByRole("dialog", { name });

test("a queue worked by the keyboard alone: move, look, tick, assign several, take it back, open", async () => {
  await visitDesk("queue-keyboard", async ({ colleague }) => {
    // Nobody's: whoever else works at this desk meanwhile takes up their own.
    const page = await colleague("agent2", "/queue?view=team&assignee=none");
    const rows = page.getByRole("list", { name: "Queue" });
    await rows.getByRole("listitem").first().waitFor();

    // Down twice and up once: the first row again, with its preview beside the list and the focus on it.
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    const first = await page.evaluate(() => document.activeElement?.id ?? "");
    expect(first).toMatch(/^case-RD-/);
    await page.getByRole("complementary", { name: `Preview of ${first.replace("case-", "")}` }).waitFor();

    for (const key of ["x", "j", "x", "j", "x"]) await page.keyboard.press(key);
    await page.getByRole("toolbar", { name: "3 selected" }).waitFor();

    await page.keyboard.press("a");
    const sheet = dialog(page, "Assign cases");
    await sheet.getByText("It can be done on each of the 3 cases.").waitFor();
    await sheet.getByRole("button", { name: "Assign 3 cases" }).press("Enter");
    await sheet.getByText("Done on each of the 3 cases.", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
    await page.getByText("Assigned 3 cases").waitFor();

    await page.keyboard.press("z");
    await page.getByText("3 cases are back with whoever had them").waitFor();

    // A note on the one that is chosen: only colleagues read it, and the row says so at once.
    await page.keyboard.press("n");
    const note = dialog(page, "Add an internal note");
    await note.getByText("It can be done on this case.").waitFor();
    await note.getByLabel("Note, for colleagues only").fill("Called, nobody answered; again at four.");
    await page.keyboard.press("Tab");
    await note.getByRole("button", { name: "Add the note to 1 case" }).press("Enter");
    await note.getByText("Done on 1 case.", { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await rows.getByText("Called, nobody answered; again at four.").waitFor();

    const chosen = new URL(page.url()).searchParams.get("case") ?? "";
    await page.locator("body").press("o");
    await page.waitForURL(`**/cases/${chosen}`);
    // And back: the same view, the same case, where it was.
    await page.goBack();
    await page.getByRole("complementary", { name: `Preview of ${chosen}` }).waitFor();
    expect(new URL(page.url()).searchParams.get("view")).toBe("team");
  });
});

test("what the rules refuse on some is said before and after, and those stay as they are", async () => {
  await visitDesk("queue-refused", async ({ colleague }) => {
    const page = await colleague("supervisor", "/queue?view=team&state=NEW,AT_BANK");
    await page.getByRole("list", { name: "Queue" }).getByRole("listitem").first().waitFor();
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await page.keyboard.press("Escape");
    await page.getByRole("checkbox", { name: "Select all that are shown" }).check();
    await page.getByRole("toolbar").getByRole("button", { name: "Ask the customer" }).click();
    const sheet = dialog(page, "Ask customers for information");
    await sheet.getByText(/^It can be done on \d+ and not on \d+/).waitFor();
    await sheet.getByRole("row").nth(1).waitFor();
    await page.keyboard.press("Escape");
    await sheet.waitFor({ state: "detached" });
  });
});

test("a view is saved, opens the queue, and is taken away again", async () => {
  await visitDesk("queue-views", async ({ colleague }) => {
    const page = await colleague("agent", "/queue?view=team");
    await page.getByText("Filter", { exact: true }).click();
    await page.getByLabel("Narrow by").selectOption("stage");
    await page.getByRole("checkbox", { name: "Verification" }).check();
    await page.getByRole("button", { name: "Apply" }).click();
    await page.waitForURL("**/queue?view=team&stage=VERIFICATION");

    await page.getByRole("button", { name: "Save and arrange views" }).click();
    const views = dialog(page, "Views");
    await views.getByLabel("Name").fill("In verification");
    await views.getByRole("button", { name: "Save the view" }).click();
    await views.getByRole("listitem").filter({ hasText: "In verification" }).waitFor();
    await views.getByRole("checkbox", { name: "Opens first: In verification, whenever the queue is opened" }).click();
    await views
      .getByRole("checkbox", { name: "Opens first: In verification, whenever the queue is opened", checked: true })
      .waitFor();
    await page.keyboard.press("Escape");
    const tab = page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: /^In verification/ });
    expect(await tab.getAttribute("aria-current")).toBe("page");

    await page.goto(new URL("/queue", page.url()).href);
    await page.getByRole("button", { name: /Remove the filter Stage/ }).waitFor();
    await page.getByRole("button", { name: "Save and arrange views" }).click();
    await views.getByRole("button", { name: "Delete In verification" }).click();
    await views.getByRole("button", { name: "Delete", exact: true }).click();
    await views.getByRole("listitem").filter({ hasText: "In verification" }).waitFor({ state: "detached" });
  });
});

test("a row says where its case rests, and what became of the money, in whole words", async () => {
  await visitDesk("queue-words", async ({ colleague }) => {
    const page = await colleague("agent2", "/queue?view=all&state=AWAITING_CUSTOMER");
    for (const at of ["/queue?view=all&state=AWAITING_CUSTOMER", "/queue?view=all&state=CLOSED"]) {
      await page.goto(new URL(at, page.url()).href);
      await page.getByRole("list", { name: "Queue" }).getByRole("listitem").first().waitFor();
      const cut = await page
        .locator("[data-tone] > span")
        .evaluateAll((words) =>
          words.filter((word) => word.scrollWidth > word.clientWidth).map((word) => word.textContent),
        );
      expect(cut).toEqual([]);
    }
  });
});
