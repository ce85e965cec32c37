import { fireEvent, screen, waitFor } from "@testing-library/react";
import { expect, test } from "vitest";
import { deskThatAnswers, openPage, press, settle, type, usualDesk } from "./customer-support.tsx";

const found = {
  findPayment: {
    __typename: "PaymentFound",
    merchantName: { __typename: "BilingualText", zh: "沪上百货", en: "Hushang Department Store" },
    paid: { __typename: "Money", minor: "129900", currency: "CNY" },
    paidAt: "2026-09-26T10:42:00.000Z",
    cardNetwork: "UNIONPAY",
    cardLast4: "6621",
    voucherNumber: "000419",
    terminalNumber: "31004417",
  },
};
const token = "a-private-link-of-this-case";
const submitted = {
  submitRequest: {
    __typename: "RequestSubmitted",
    number: "RD-26-004812",
    trackingToken: token,
    message: "Your request is with us.",
    trackedCase: { id: "Q2FzZTox", sentence: "The shop is checking. You will hear by Saturday 10 October." },
  },
};

async function fillSlip(): Promise<void> {
  await openPage("/r/new");
  type(/Voucher number/, "419");
  type(/Last four/, "6621");
  type(/Amount paid/, "1,299.00");
}

async function comeToContact(): Promise<void> {
  await fillSlip();
  await press("Find my payment");
  await press("Yes, this is it");
  fireEvent.click(screen.getByLabelText("I was charged twice"));
  await press("Continue");
  type(/What happened/, "Twice, one after the other.");
  await press("Continue");
}

const told = (heading: string) => screen.getByRole("heading", { name: heading }).parentElement?.textContent;

test("three steps end with the number, the private link and what happens next", async () => {
  const sent = deskThatAnswers({ CustomerFindPayment: () => found, CustomerSubmitRequest: () => submitted });
  await comeToContact();
  expect(screen.getByText("Step 3 of 3")).toBeTruthy();
  type(/Your name/, "Wang Xiaoming");
  type(/^Phone/, "138 0013 8000");
  await press("Send my request");

  expect(screen.getByText("RD-26-004812")).toBeTruthy();
  expect(told("What happens next")).toContain("You will hear by Saturday 10 October.");
  expect(screen.getByRole("link", { name: new RegExp(`/r/${token}$`) })).toBeTruthy();
  expect(sent.at(-1)?.variables.input).toMatchObject({
    slip: { voucherNumber: "419", cardLast4: "6621", paid: { minor: "129900", currency: "CNY" } },
    amount: { minor: "129900", currency: "CNY" },
    reason: "DUPLICATE_CHARGE",
    contact: { name: "Wang Xiaoming", phone: "138 0013 8000", locale: "EN" },
  });
  expect(JSON.stringify(sent.at(-1)?.variables)).not.toContain("__typename");
  expect(localStorage.getItem("redress.request")).toBeNull();
});

test("an error goes when its input is mended, and none comes while nothing has been pressed", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await comeToContact();
  const wrong = () => document.querySelectorAll("[aria-invalid='true']").length;
  expect(wrong()).toBe(0);
  await press("Send my request");
  expect(wrong()).toBe(2);
  type(/E-mail/, "wang@example.com");
  expect(wrong()).toBe(1);
  type(/Your name/, "Wang Xiaoming");
  expect(wrong()).toBe(0);
  type(/Your name/, "");
  expect(wrong()).toBe(1);
});

test("the link is still there after a reload", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found, CustomerSubmitRequest: () => submitted });
  await comeToContact();
  type(/Your name/, "Wang");
  type(/^Phone/, "13800138000");
  await press("Send my request");
  await openPage("/r/new");
  expect(screen.getByText("RD-26-004812")).toBeTruthy();
});

test("a reload keeps what was typed, and the key under which it is sent", async () => {
  const sent = deskThatAnswers({ CustomerFindPayment: () => found });
  await comeToContact();
  type(/Your name/, "Wang Xiaoming");
  type(/E-mail/, "wang@example.com");
  await press("Send my request");
  expect(screen.getByRole("alert").textContent).toContain("cannot say whether it arrived");

  await openPage("/r/new", "zh-CN");
  expect(screen.getByRole("heading", { name: "怎么联系您？" })).toBeTruthy();
  expect(screen.getByLabelText("怎么称呼您")).toHaveProperty("value", "Wang Xiaoming");
  await press("提交申请");
  const keys = sent
    .filter(({ operation }) => operation === "CustomerSubmitRequest")
    .map(({ variables }) => variables.input?.["idempotencyKey"]);
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

test("no card's digits and nobody's name are left behind on the disk", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await comeToContact();
  type(/Your name/, "Wang Xiaoming");
  await settle();
  const left = localStorage.getItem("redress.request") ?? "";
  expect(left).toContain("Twice, one after the other.");
  for (const secret of ["6621", "Wang", "key"]) expect(left).not.toContain(secret);
});

test("a whole card number in the story is not kept", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await comeToContact();
  await openPage("/r/new");
  await press("Back one step");
  type(/What happened/, "My card 4111 1111 1111 1111 was charged");
  await settle();
  expect(localStorage.getItem("redress.request")).not.toContain("1111");
});

test("the desk says who it is and how it is reached, and amounts begin in its currency", async () => {
  const desk = { ...usualDesk, name: "Hushang Refund Centre", phone: "021-0555-0100", currency: "HKD" };
  deskThatAnswers({}, desk);
  await openPage("/r/new");
  expect(screen.getByText("Hushang Refund Centre")).toBeTruthy();
  expect(screen.getByRole("link", { name: "021-0555-0100" }).getAttribute("href")).toBe("tel:02105550100");
  expect(screen.getByLabelText("Currency")).toHaveProperty("value", "HKD");
});

test("the currency of an amount that was typed before stays what it was", async () => {
  deskThatAnswers({});
  await fillSlip();
  deskThatAnswers({}, { ...usualDesk, currency: "HKD" });
  await openPage("/r/new");
  expect(screen.getByLabelText("Currency")).toHaveProperty("value", "CNY");
});

test("a currency that was chosen stays, though no amount is typed; the desk's is shown and not chosen", async () => {
  deskThatAnswers({}, { ...usualDesk, currency: "HKD" });
  await openPage("/r/new");
  deskThatAnswers({}, { ...usualDesk, currency: "SGD" });
  await openPage("/r/new");
  expect(screen.getByLabelText("Currency")).toHaveProperty("value", "SGD");
  fireEvent.change(screen.getByLabelText("Currency"), { target: { value: "USD" } });
  await settle();
  await openPage("/r/new");
  expect(screen.getByLabelText("Currency")).toHaveProperty("value", "USD");
});

test("what is missing is said at its field before anything is sent", async () => {
  const sent = deskThatAnswers({});
  await openPage("/r/new");
  await press("Find my payment");
  expect(screen.getByLabelText(/Voucher number/)).toHaveProperty("ariaInvalid", "true");
  expect(screen.getByText("Enter the last four digits of the card.")).toBeTruthy();
  expect(sent).toEqual([]);
});

test("without the payment the request can go on with the merchant's number", async () => {
  const sent = deskThatAnswers({
    CustomerFindPayment: () => ({ findPayment: { __typename: "PaymentNotFound", message: "No payment fits these." } }),
    CustomerSubmitRequest: () => submitted,
  });
  await fillSlip();
  await press("Find my payment");
  expect(screen.getByRole("alert").textContent).toContain("No payment fits these.");
  await press("Go on, and look for it for me");
  expect(screen.getByText(/Enter the merchant number/)).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText(/Merchant number/)));
  type(/Merchant number/, "898310048120001");
  await press("Go on, and look for it for me");
  fireEvent.click(screen.getByLabelText("Something else"));
  await press("Continue");
  fireEvent.click(screen.getByLabelText("A part of it"));
  type(/Amount to come back/, "300");
  await press("Continue");
  type(/Your name/, "Wang");
  type(/^Phone/, "13800138000");
  await press("Send my request");
  expect(sent.at(-1)?.variables.input).toMatchObject({
    slip: { merchantNumber: "898310048120001" },
    amount: { minor: "30000", currency: "CNY" },
  });
});

test("more than was paid is refused on the spot", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await comeToContact();
  await press("Back one step");
  fireEvent.click(screen.getByLabelText("A part of it"));
  type(/Amount to come back/, "1300");
  await press("Continue");
  expect(screen.getByText(/The payment was CNY.1,299.00/)).toBeTruthy();
});

test("a refusal of the desk is shown whole, with the way to put it right", async () => {
  const reasons = [{ code: "MERCHANT_UNKNOWN", message: "No payment fits these details." }];
  deskThatAnswers({
    CustomerFindPayment: () => found,
    CustomerSubmitRequest: () => ({ submitRequest: { __typename: "RequestRefused", message: "Not taken", reasons } }),
  });
  await comeToContact();
  type(/Your name/, "Wang");
  type(/^Phone/, "13800138000");
  await press("Send my request");
  expect(screen.getByRole("alert").textContent).toContain("No payment fits these details.");
  await press("Change it");
  expect(screen.getByRole("heading", { name: "What did you pay?" })).toBeTruthy();
});

test("the page turns into the other language and remembers it", async () => {
  deskThatAnswers({});
  await openPage("/r/new", "zh-CN");
  expect(document.documentElement.lang).toBe("zh-CN");
  await press("English");
  expect(screen.getByRole("heading", { name: "What did you pay?" })).toBeTruthy();
  expect(document.documentElement.lang).toBe("en");
  expect(localStorage.getItem("redress.language")).toBe("en");
});

test("what happens next is told anew in the language that is chosen afterwards", async () => {
  const sentence = "商户正在核实，10月10日前给您答复。";
  deskThatAnswers({
    CustomerFindPayment: () => found,
    CustomerSubmitRequest: () => submitted,
    CustomerTrackedCase: () => ({ trackedCase: { sentence } }),
  });
  await comeToContact();
  type(/Your name/, "Wang");
  type(/^Phone/, "13800138000");
  await press("Send my request");
  await press("中文");
  await settle();
  expect(told("接下来")).toBe(`接下来${sentence}`);
});

test("the shop is named in the language that is chosen after it was found, and nobody is asked again", async () => {
  const sent = deskThatAnswers({ CustomerFindPayment: () => found });
  await fillSlip();
  await press("Find my payment");
  expect(screen.getByText("Hushang Department Store")).toBeTruthy();
  await press("中文");
  expect(screen.getByText("沪上百货")).toBeTruthy();
  expect(sent.filter(({ operation }) => operation === "CustomerFindPayment")).toHaveLength(1);
});

test("that a payment was not found stays said when the language is changed, marked as words of its own", async () => {
  const message = "We know no such payment.";
  deskThatAnswers({ CustomerFindPayment: () => ({ findPayment: { __typename: "PaymentNotFound", message } }) });
  await fillSlip();
  await press("Find my payment");
  expect(screen.getByText(message)).toBeTruthy();
  await press("中文");
  expect(screen.getByText(message).lang).toBe("en");
  expect(screen.getByLabelText(/商户编号/)).toBeTruthy();
});

test("whoever comes back to the slip goes on at its question; the page itself does not begin there", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await fillSlip();
  expect(document.activeElement).toBe(document.body);
  await press("Find my payment");
  await press("No, search again");
  expect(document.activeElement).toBe(screen.getByRole("heading", { level: 1 }));
  expect(screen.getByLabelText(/Voucher number/)).toBeTruthy();
});

test("an amount that cannot be read is answered with an example of its currency: yen have no decimals", async () => {
  deskThatAnswers({});
  await fillSlip();
  type(/Amount paid/, "12.50");
  fireEvent.change(screen.getByLabelText("Currency"), { target: { value: "JPY" } });
  await press("Find my payment");
  expect(screen.getByText("Enter an amount in JPY, such as 1299.")).toBeTruthy();
});

test("a payment is not sent with the numbers of another slip: whoever changes them finds theirs first", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await comeToContact();
  location.hash = "slip";
  await settle();
  type(/Voucher number/, "555");
  location.hash = "contact";
  await settle();
  expect(screen.getByLabelText(/Voucher number/)).toHaveProperty("value", "555");
});

test("what is answered of one slip is no payment of another that was typed meanwhile", async () => {
  let answer = () => {};
  const isAnswered = new Promise<void>((resolve) => {
    answer = resolve;
  });
  deskThatAnswers({ CustomerFindPayment: () => isAnswered.then(() => found) });
  await fillSlip();
  await press("Find my payment");
  type(/Voucher number/, "555");
  answer();
  await settle();
  await settle();
  expect(screen.queryByText(/Hushang/)).toBeNull();
  expect(screen.getByRole("button", { name: "Find my payment" }).getAttribute("aria-busy")).toBe("false");
});

test("once the payment is known there is no other currency to choose for a part of it", async () => {
  deskThatAnswers({ CustomerFindPayment: () => found });
  await fillSlip();
  expect(screen.getByRole("combobox", { name: "Currency" })).toBeTruthy();
  await press("Find my payment");
  await press("Yes, this is it");
  fireEvent.click(screen.getByLabelText("Something else"));
  await press("Continue");
  fireEvent.click(screen.getByLabelText("A part of it"));
  expect(screen.getByLabelText(/Amount to come back/)).toBeTruthy();
  expect(screen.queryByRole("combobox")).toBeNull();
  expect(screen.getByText("CNY").tagName).toBe("SPAN");
});
