import { beforeAll, expect, test } from "vitest";
import { answers, openFromQueue, seeState, takeAction } from "../support/case-screen.ts";
import { askForRefund } from "../support/customer-form.ts";
import { demoPayment } from "../support/demo-api.ts";
import { aPng } from "../support/files.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("from the customer's form on a phone to the money on its way back, and the customer's page that says so", async () => {
  await visitDesk("customer-to-refund", async ({ address, customer, colleague }) => {
    const wanted = { inSightOf: "merchant", fromMinor: 20_100, belowMinor: 60_000 } as const;
    const payment = await demoPayment(address, wanted);

    const form = await customer("/r/new");
    const { number, link } = await askForRefund(form, payment, "同一笔被扣了两次");
    await form.goto(link);
    await form.getByRole("heading", { name: "商户正在核实" }).waitFor();

    const shop = await colleague("merchant", "/queue");
    await openFromQueue(shop, number);
    const agrees = { "Do you agree": "Yes, we agree", Answer: "金额无误，确认重复扣款。" };
    await takeAction(shop, "Agree or contest", agrees, answers);

    const agent = await colleague("agent", "/queue");
    await openFromQueue(agent, number);
    await agent.getByText("金额无误，确认重复扣款。").first().waitFor();
    const slip = { name: "slip.png", mimeType: "image/png", buffer: aPng() };
    await agent.getByRole("region", { name: "Evidence" }).locator("input[type=file]").first().setInputFiles(slip);
    await agent.getByText("The file was added").waitFor();
    await takeAction(agent, "Approve refund", { "Message to the customer": "已核实，款项原路退回您的卡。" });
    // Nobody touches this page any more: the acquirer's word reaches it by itself.
    await seeState(agent, "Refunded");
    await agent.getByText("The refund arrived").first().waitFor();

    await form.reload();
    const sentence = form.getByRole("heading", { name: "已退回" });
    await sentence.waitFor();
    expect(await sentence.innerText()).toContain(payment.cardLast4);
    await form.getByText("已核实，款项原路退回您的卡。").waitFor();
  });
});
