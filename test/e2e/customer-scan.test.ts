import type { Page } from "playwright-core";
import { beforeAll, expect, test } from "vitest";
import { holdCameraOver } from "../support/camera.ts";
import { demoPayment } from "../support/demo-api.ts";
import { drawCode } from "../support/slip-picture.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

/** Every address that a page asks, so that none of another house can hide. */
function addressesOf(page: Page): string[] {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(request.url()));
  return asked;
}

const typedIn = (page: Page, label: string) => page.getByLabel(label, { exact: true }).inputValue();

test("three steps with a photo of the slip: read, found, sent, and kept as proof; nothing comes from elsewhere", async () => {
  await visitDesk("customer-photo", async ({ address, customer }) => {
    const wanted = { inSightOf: "agent", network: "UNIONPAY", fromMinor: 60_000, belowMinor: 99_000 } as const;
    const payment = await demoPayment(address, wanted);
    const page = await customer("/r/new");
    const asked = addressesOf(page);
    const press = (name: string) => page.getByRole("button", { name, exact: true }).click();
    const picture = await drawCode(`VOUCHER=${payment.voucherNumber}&AMT=${payment.paid}&CUR=CNY`);
    const slip = { name: "slip.png", mimeType: "image/png", buffer: picture };
    await page.getByLabel("拍小票或选择照片").setInputFiles(slip);
    await page.getByText("已从小票识别，请核对后继续。").waitFor();
    expect(await typedIn(page, "小票上的凭证号")).toBe(payment.voucherNumber);
    expect(await typedIn(page, "付款金额")).toBe(payment.paid);
    // A dead phone loses nothing of it.
    await page.reload();
    expect(await typedIn(page, "小票上的凭证号")).toBe(payment.voucherNumber);
    await page.getByText("查看照片").click();
    await page.getByAltText("刷卡小票照片").waitFor();

    await page.getByLabel("卡号后四位").fill(payment.cardLast4);
    await press("查找付款");
    await page.getByText(`尾号 ${payment.cardLast4}`).waitFor();
    await press("是，就是这笔");
    await page.getByLabel("同一笔被扣了两次").check();
    await press("继续");
    await press("继续");
    await page.getByLabel("怎么称呼您").fill("欧阳娜娜");
    await page.getByLabel("手机号").fill("138 0013 8000");
    await press("提交申请");
    await page.getByRole("heading", { name: "申请已收到" }).waitFor();
    await press("提交这张照片作为凭据");
    await page.getByText("已收到 slip.png").waitFor();
    await page.getByRole("link", { name: "查看进度" }).click();
    await page.getByText("slip.png").waitFor();
    expect(asked.filter((url) => !url.startsWith(address) && !/^(?:blob|data):/.test(url))).toEqual([]);
    expect(asked.some((url) => url.endsWith(".wasm"))).toBe(true);
  });
});

test("the camera reads a bar code, and is let go", async () => {
  await visitDesk("customer-camera", async ({ address, customer }) => {
    const page = await customer("about:blank");
    await holdCameraOver(page, await drawCode("627418842153", "Code128"));
    await page.goto(`${address}/r/new`);
    await page.getByRole("button", { name: "用相机扫小票上的码" }).click();
    await page.getByText("已从小票识别，请核对后继续。").waitFor();
    expect(await typedIn(page, "小票上的凭证号")).toBe("627418842153");
    expect(await page.getByRole("dialog").count()).toBe(0);
  });
});

test("a camera that is refused is said so, and the form goes on without it", async () => {
  await visitDesk("customer-no-camera", async ({ address, customer }) => {
    const page = await customer("about:blank");
    await holdCameraOver(page, "REFUSED");
    await page.goto(`${address}/r/new`);
    await page.getByRole("button", { name: "用相机扫小票上的码" }).click();
    await page.getByText("没有相机权限").waitFor();
    await page.getByRole("button", { name: "改为手动填写" }).click();
    await page.getByLabel("小票上的凭证号").fill("000419");
    const photo = { name: "holiday.png", mimeType: "image/png", buffer: await drawCode("https://shop.example/menu") };
    await page.getByLabel("拍小票或选择照片").setInputFiles(photo);
    await page.getByText("照片里没有识别到码").waitFor();
    expect(await typedIn(page, "小票上的凭证号")).toBe("000419");
  });
});
