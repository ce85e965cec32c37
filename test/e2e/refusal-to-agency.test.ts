import { beforeAll, test } from "vitest";
import { openFromQueue, rules, seeState, takeAction } from "../support/case-screen.ts";
import { askForRefund } from "../support/customer-form.ts";
import { demoPayment } from "../support/demo-api.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("from a refusal by way of the bank and the agency to a settlement", async () => {
  await visitDesk("refusal-to-agency", async ({ address, customer, colleague }) => {
    const wanted = { inSightOf: "agent", network: "VISA", fromMinor: 60_000, belowMinor: 100_000 } as const;
    const payment = await demoPayment(address, wanted);

    const form = await customer("/r/new");
    const { number, link } = await askForRefund(form, payment, "没有收到商品或服务");

    const agent = await colleague("agent", "/queue");
    await openFromQueue(agent, number);
    await seeState(agent, "Verifying");
    await takeAction(agent, "Record the shop's answer", {
      "Does the shop agree": "Disagrees",
      Answer: "货物当场交付，顾客已签收。",
    });
    await takeAction(agent, "Decline", { Reason: "商户出示了签收单。" });
    await seeState(agent, "Declined");

    await form.goto(link);
    await form.getByRole("heading", { name: "我们没有同意这次退款" }).waitFor();
    await form.getByText("商户出示了签收单。").first().waitFor();
    await form.getByText("我们会结合您的说明重新审查").click();
    await form.getByLabel("为什么您认为应该退款").fill("签收单上不是我的名字。");
    await form.getByRole("button", { name: "提出异议", exact: true }).click();
    await form.getByRole("heading", { name: "我们正在重新查看您的申请" }).waitFor();

    // The agent's page has followed the customer.
    await seeState(agent, "Negotiating");
    await takeAction(agent, "Escalate to bank", {
      "Network's reason code": "13.1",
      "Message to the bank": "商户与顾客说法不一，请裁定。",
    });
    await seeState(agent, "At the bank");

    const bank = await colleague("bank", `/cases/${number}`);
    await takeAction(bank, "Give the ruling", { Ruling: "Returned without a ruling" }, rules);
    await seeState(agent, "Negotiating");

    await takeAction(agent, "Refer to agency", { Agency: "12315", Message: "已代您向 12315 提交投诉。" });
    await takeAction(agent, "Move the referral on", {
      Step: "Acknowledged by the agency",
      "Their number": "SH-2026-118",
    });
    await takeAction(agent, "Record the agency's outcome", {
      Outcome: "Refund agreed in mediation",
      "Amount agreed": "300.00",
    });
    await seeState(agent, "Settled");

    await form.reload();
    await form.getByRole("heading", { name: "双方已达成一致" }).waitFor();
    await form.getByRole("heading", { level: 1, name: "300.00" }).waitFor();
  });
});
