import type { Page } from "playwright-core";
import { beforeAll, test } from "vitest";
import { openFromQueue, openSheet, pressIn, seeState, takeAction } from "../support/case-screen.ts";
import { askForRefund } from "../support/customer-form.ts";
import { demoPayment } from "../support/demo-api.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

/** Confirms what the shop or the bank was told about the open case, until nothing of it is left to check. */
async function confirmNotice(page: Page): Promise<void> {
  const toCheck = page.getByRole("region", { name: "Please check" });
  await toCheck.getByRole("button", { name: "All of it is right" }).first().click();
  await toCheck.waitFor({ state: "detached" });
}

test("a shop owner on the phone finds the case by its clock, contests it, checks the notice and writes to the desk", async () => {
  await visitDesk("shop-on-the-phone", async ({ address, customer, colleague }) => {
    const wanted = { inSightOf: "merchant", fromMinor: 140_100, belowMinor: 400_000 } as const;
    const payment = await demoPayment(address, wanted);
    const form = await customer("/r/new");
    const { number } = await askForRefund(form, payment, "没有收到商品或服务");

    const shop = await colleague("merchant", "/answers", "phone");
    const card = shop.getByRole("article").filter({ hasText: number });
    await card.getByText("If you do not").waitFor();
    await card.getByRole("link", { name: "Agree or contest" }).click();
    const sheet = shop.getByRole("region", { name: "Agree or contest", exact: true });
    await sheet.getByLabel("Do you agree").selectOption("no");
    await sheet.getByLabel("Answer").fill("货物当场交付，顾客已签收。");
    await pressIn(sheet, "Send the answer");
    await shop.getByRole("status").getByText("Your answer is with the desk.").waitFor();

    await confirmNotice(shop);
    await shop.getByPlaceholder("Write to the desk").fill("签收单稍后上传。");
    await shop.getByRole("button", { name: "Send", exact: true }).click();

    const agent = await colleague("agent", "/queue");
    await openFromQueue(agent, number);
    await agent.getByText("货物当场交付，顾客已签收。").first().waitFor();
    await agent.getByText("签收单稍后上传。").first().waitFor();
    // It does not wait for the shop any more.
    await shop.goto(`${address}/answers`);
    await shop.getByRole("heading", { name: "Waiting for you" }).waitFor();
    await card.waitFor({ state: "detached" });
  });
});

test("a bank officer checks the notice, sees the ruling in money and gives it; the customer's page says so", async () => {
  await visitDesk("bank-rules", async ({ address, customer, colleague }) => {
    const wanted = { inSightOf: "agent", network: "VISA", fromMinor: 100_100, belowMinor: 140_000 } as const;
    const payment = await demoPayment(address, wanted);
    const form = await customer("/r/new");
    const { number, link } = await askForRefund(form, payment, "没有收到商品或服务");

    const agent = await colleague("agent", "/queue");
    await openFromQueue(agent, number);
    await seeState(agent, "Verifying");
    await takeAction(agent, "Record the shop's answer", { "Does the shop agree": "Disagrees", Answer: "顾客已签收。" });
    await takeAction(agent, "Escalate to bank", {
      "Network's reason code": "13.1",
      "Message to the bank": "商户与顾客说法不一，请裁定。",
    });

    const bank = await colleague("bank", "/answers");
    await bank.getByRole("article").filter({ hasText: number }).getByRole("link", { name: "Look at the case" }).click();
    await confirmNotice(bank);
    const sheet = await openSheet(bank, "Give the ruling", { Ruling: "Chargeback stands" });
    await sheet.getByText("The cardholder keeps the money and the shop bears it.").waitFor();
    await pressIn(sheet, "Send the ruling");
    await bank.getByRole("status").getByText("The ruling has taken effect.").waitFor();

    await seeState(agent, "Taken back by the bank");
    await form.goto(link);
    await form.getByRole("heading", { name: "您的发卡银行已将款项退还给您" }).waitFor();
  });
});
