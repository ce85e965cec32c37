import type { Page } from "playwright-core";
import type { DemoPayment } from "./demo-api.ts";

export interface Submitted {
  readonly number: string;
  /** The private link. */
  readonly link: string;
}

const lookAtNothing = (): Promise<void> => Promise.resolve();

/** Goes through the customer's form in Chinese, from the slip in the hand to the private link; each screen is looked at as it stands, filled in. */
export async function askForRefund(
  page: Page,
  payment: DemoPayment,
  reason: string,
  look: (screen: string) => Promise<void> = lookAtNothing,
): Promise<Submitted> {
  const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
  const heading = (name: string) => page.getByRole("heading", { name }).waitFor();
  await page.getByLabel("小票上的凭证号").fill(payment.voucherNumber);
  await page.getByLabel("卡号后四位").fill(payment.cardLast4);
  await page.getByLabel("付款金额").fill(payment.paid);
  await look("slip");
  await press("查找付款");
  await heading("是这笔付款吗？");
  await page.getByText(`尾号 ${payment.cardLast4}`).waitFor();
  await look("confirm");
  await press("是，就是这笔");
  await page.getByLabel(reason).check();
  await look("reason");
  await press("继续");
  await heading("希望退多少？");
  await page.getByLabel("发生了什么").fill("收银员说第一次没刷上，又刷了一次。");
  await look("details");
  await press("继续");
  await page.getByLabel("怎么称呼您").fill("陈美玲");
  await page.getByLabel("手机号").fill("138 0013 8000");
  await look("contact");
  await press("提交申请");
  await heading("申请已收到");
  await look("done");
  const number = await page.getByText(/^RD-\d\d-\d{6}$/).innerText();
  const link = await page.getByRole("link", { name: /\/r\// }).innerText();
  return { number, link };
}
