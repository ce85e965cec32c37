import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { openFromQueue, proposes, seeState, takeAction } from "../support/case-screen.ts";
import { askForRefund } from "../support/customer-form.ts";
import { demoPayment } from "../support/demo-api.ts";
import { aPng } from "../support/files.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

/** Writes in the composer and sends. */
async function write(page: Page, to: RegExp, box: string, text: string, button: string): Promise<void> {
  await page.getByRole("radio", { name: to }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel(box).fill(text);
  await page.getByRole("button", { name: button, exact: true }).click();
}

test("an agent's day: a question answered while one looks, a word taken back, a colleague called and more money than one may give", async () => {
  await visitDesk("agent-day", async ({ address, customer, colleague }) => {
    const above = { inSightOf: "merchant", fromMinor: 110_000, belowMinor: 900_000 } as const;
    const form = await customer("/r/new");
    const { number, link } = await askForRefund(form, await demoPayment(address, above), "没有收到商品或服务");

    // The day begins with what needs the agent; the newest request is found and opened.
    const agent = await colleague("agent", "/");
    await agent.waitForURL("**/queue");
    await agent.getByRole("list", { name: "Queue" }).getByRole("listitem").first().waitFor();
    await openFromQueue(agent, number);

    // A word to the customer is taken back within its ten seconds, mended, and sent.
    await write(agent, /陈美玲/, "Write to the customer…", "您好，请问订单号是？", "Send");
    await agent.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => agent.getByLabel("Write to the customer…").inputValue()).toBe("您好，请问订单号是？");
    await agent.getByLabel("Write to the customer…").fill("您好，请问订单号是多少？应在什么时候送到？");
    await agent.getByRole("button", { name: "Send", exact: true }).click();

    // The customer reads it and answers on the phone; the agent's page shows it by itself.
    await expect
      .poll(async () => hasMessage(form, link, "应在什么时候送到"), { timeout: 40_000, interval: 2000 })
      .toBe(true);
    await form.getByText("给我们留言").click();
    await form.getByLabel("留言内容").fill("订单 A-20261001，说好周三送到，没有来。");
    await form.getByRole("button", { name: "发送", exact: true }).click();
    await agent.getByText("订单 A-20261001，说好周三送到，没有来。").first().waitFor();

    // A colleague is called in a note that neither customer nor shop ever sees.
    await write(
      agent,
      /Internal note/,
      "An internal note, for the desk only…",
      "@周海燕 金额较大，稍后请看。",
      "Save the note",
    );
    await agent.getByText("金额较大，稍后请看。").first().waitFor();

    // What the agent may not give alone is held, and waits for somebody else.
    await takeAction(agent, "Record the shop's answer", {
      "Does the shop agree": "Agrees with the customer",
      Answer: "仓库确认未发货。",
    });
    const proof = { name: "order.png", mimeType: "image/png", buffer: aPng() };
    await agent.getByRole("region", { name: "Evidence" }).locator("input[type=file]").first().setInputFiles(proof);
    await agent.getByText("The file was added").waitFor();
    await agent.getByRole("region", { name: "Checks" }).getByText("5 settled, 1 open").waitFor();
    await takeAction(agent, "Record a check", { Check: "Identity confirmed", Outcome: "Passed" });
    await takeAction(
      agent,
      "Approve refund",
      { "Message to the customer": "已核实，款项将原路退回您的卡。" },
      proposes,
    );
    await seeState(agent, "For approval");

    const supervisor = await colleague("supervisor", "/mentions");
    await supervisor.getByText("金额较大，稍后请看。").waitFor();
    await supervisor.goto(`${address}/approvals`);
    await supervisor.getByRole("checkbox", { name: new RegExp(number) }).check();
    await supervisor.getByRole("button", { name: "Approve…" }).click();
    const preview = supervisor.getByRole("dialog", { name: "Before you approve" });
    await preview.getByRole("button", { name: "Approve 1" }).click();
    await preview.getByText("Agreed").waitFor();

    // The agent's page follows to the end, and the customer's says it in words.
    await seeState(agent, "Refunded");
    await form.goto(link);
    await form.getByRole("heading", { name: "已退回" }).waitFor();
    expect(await form.content()).not.toContain("金额较大");
  });
});

async function hasMessage(page: Page, link: string, text: string): Promise<boolean> {
  await page.goto(link);
  await page.getByText("给我们留言").waitFor();
  return (await page.getByText(text).count()) > 0;
}
