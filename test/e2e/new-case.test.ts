import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("a request by telephone is taken down by keyboard alone: the payment, what went wrong, whom to call; and is seen as a second one", async () => {
  await visitDesk("new-case", async ({ colleague }) => {
    const page = await colleague("agent", "/cases/new");
    const typed = page.getByRole("combobox", { name: "Which payment is it about?" });
    await typed.waitFor();
    // The terminals of the demo number their vouchers from a few hundred on, each from another number every day. Of some all the money is back already: then the next is taken.
    for (let nth = 1, over = ""; over === "" || /\D0\.00$/.test(over); nth++) {
      if (over !== "") await page.getByRole("button", { name: "Another payment" }).press("Enter");
      await typed.press("ControlOrMeta+a");
      await page.keyboard.type("000");
      await page.getByRole("option").nth(nth).waitFor();
      for (let down = 0; down < nth; down++) await page.keyboard.press("ArrowDown");
      await page.keyboard.press("Enter");
      over = await page.getByRole("button", { name: /^Open the case over/ }).innerText();
    }

    await page.getByRole("radio", { name: "Not as described" }).focus();
    await page.keyboard.press("Space");
    await page.getByRole("region", { name: "What the policy says" }).waitFor();
    const fill = async (name: string, text: string) => {
      await page.getByRole("textbox", { name, exact: true }).focus();
      await page.keyboard.type(text);
    };
    await page.getByRole("button", { name: /^Open the case over/ }).focus();
    await page.keyboard.press("Enter");
    await page.getByText("Enter the customer's name.").waitFor();
    await fill("Customer's name", "Ada Wong");
    await fill("Phone", "13800138000");
    await page.reload();
    await page.getByLabel("Customer's name", { exact: true }).waitFor();
    expect(await page.getByLabel("Customer's name", { exact: true }).inputValue()).toBe("Ada Wong");
    const address = page.url();
    await page.getByRole("button", { name: /^Open the case over/ }).focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cases\/RD-/);
    await page.getByText("Ada Wong").first().waitFor();
    const number = new URL(page.url()).pathname.split("/").at(-1) ?? "";

    await page.goto(address);
    await page.getByRole("radio", { name: "Not as described" }).focus();
    await page.keyboard.press("Space");
    await page.getByText("There is an open case about this payment.").waitFor();
    await page.getByRole("region", { name: "Other cases about this payment" }).getByText(number).waitFor();
  });
});
