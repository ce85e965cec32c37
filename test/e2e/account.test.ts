import { TOTP } from "otpauth";
import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

const password = "a long enough phrase";

/** A message waits for its turn behind whatever else the desk has to send. */
const ON_ITS_WAY = { timeout: 30_000 };

/** Somebody of this story's own, whom nobody else's story signs in as: invited, and come by the link in the mail. */
async function joined(page: Page, email: string): Promise<Page> {
  await page.getByRole("button", { name: "Invite somebody" }).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("Name").fill("Noor Haddad");
  await sheet.getByLabel("E-mail").fill(email);
  await sheet.getByLabel("Role").selectOption({ label: "Trainer" });
  await sheet.getByLabel("Language of notices").selectOption({ label: "English" });
  await sheet.getByRole("button", { name: "Send the invitation" }).click();
  await page.getByText(`The invitation is on its way to ${email}.`).waitFor();
  await page.getByRole("button", { name: "Noor Haddad" }).first().click();
  // Whoever invites sees the words of the mail, at the demo desk with its link, once it has gone out.
  const link = sheet.getByRole("link", { name: /\/join\// });
  await expect
    .poll(async () => {
      await page.reload();
      await sheet.getByText(email).waitFor();
      return link.count();
    }, ON_ITS_WAY)
    .toBe(1);
  await link.click();
  await page.getByLabel("New password").fill(password);
  await page.getByRole("button", { name: "Set the password and sign in" }).click();
  await page.getByRole("button", { name: "Noor Haddad Trainer Open the account menu" }).waitFor();
  return page;
}

test("a second factor is set up, asked for, replaced by a back-up code and ended; other sessions are ended from here", () =>
  visitDesk("account", async ({ address, colleague }) => {
    const email = `noor-${Date.now()}@redress.test`;
    const page = await joined(await colleague("admin", "/people"), email);
    await page.goto(`${address}/account`);
    await page.getByRole("button", { name: "Set up the second factor" }).click();
    await page.getByLabel("Current password").first().fill("not my password at all");
    await page.getByRole("button", { name: "Set up the second factor" }).click();
    await page.getByText("The current password is wrong").waitFor();
    await page.getByLabel("Current password").first().fill(password);
    await page.getByRole("button", { name: "Set up the second factor" }).click();

    const secret = (await page.locator("code").first().innerText()).replaceAll(" ", "");
    const codes = await page.getByRole("list", { name: "Back-up codes" }).locator("code").allInnerTexts();
    await page.getByRole("img", { name: "A code to scan with the authenticator app" }).locator("svg").waitFor();
    await page.getByLabel("The code that the app shows now").fill(new TOTP({ secret }).generate());
    await page.getByRole("button", { name: "Turn it on" }).click();
    await page.getByText("The second factor is on.").waitFor();

    // From another device: the password alone no longer opens anything, a back-up code does.
    const other = await page.context().browser()?.newContext({ locale: "en-US", userAgent: phone });
    if (other === undefined) throw new Error("The page stands in no browser");
    const elsewhere = await other.newPage();
    await elsewhere.goto(`${address}/sign-in`);
    await elsewhere.getByLabel("E-mail").fill(email);
    await elsewhere.getByLabel("Password").fill(password);
    await elsewhere.getByRole("button", { name: "Sign in" }).click();
    await elsewhere.getByLabel("Code").fill(codes[0] ?? "");
    await elsewhere.getByRole("button", { name: "Verify" }).click();
    // The shell's own: the sign-in page has a main part too.
    await elsewhere.locator("main#main").waitFor();

    await page.reload();
    await page.getByText("Safari on iPhone").waitFor();
    await page.getByRole("button", { name: "End the session on Safari on iPhone" }).click();
    await page.getByText("1 session ended.").waitFor();
    await elsewhere.goto(`${address}/account`);
    await elsewhere.getByRole("heading", { name: "Sign in" }).waitFor();

    await page.getByRole("button", { name: "Turn it off" }).click();
    await page.getByLabel("Current password").first().fill(password);
    await page.getByRole("button", { name: "Turn it off" }).click();
    await page.getByText("The second factor is off.").waitFor();
    await expect.poll(() => page.getByText("On", { exact: true }).count()).toBe(0);
  }));

test("the viewer's menu says what they may decide alone, and signs out", () =>
  visitDesk("viewer-menu", async ({ colleague }) => {
    const page = await colleague("agent", "/queue");
    await page.getByRole("button", { name: "Open the account menu" }).click();
    const menu = page.locator("#viewer-menu");
    expect(await menu.getByRole("list", { name: "What you may decide alone" }).innerText()).toContain("CNY");
    await page.keyboard.press("Escape");
    await menu.waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Open the account menu" }).press("Enter");
    await menu.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();
  }));

const phone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 26_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/26.1 Mobile/15E148 Safari/604.1";
