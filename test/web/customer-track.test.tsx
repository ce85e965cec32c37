import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { deskThatAnswers, openPage, press, type Sent, settle, type } from "./customer-support.tsx";

const tracked = {
  id: "Q2FzZTox",
  number: "RD-26-004790",
  version: 7,
  state: "VERIFYING",
  outcome: null,
  sentence: "The shop is checking. You will hear by Saturday 10 October.",
  merchantName: "Hushang Department Store",
  amount: { minor: "246000", currency: "CNY" },
  refund: null,
  refundedOn: null,
  isPaidOutside: false,
  expectedArrivalOn: null,
  updatedAt: "2026-10-08T01:40:00.000Z",
  stops: [
    {
      stop: "PAID",
      state: "DONE",
      title: "You paid the shop",
      note: null,
      at: "2026-09-12T03:00:00.000Z",
      expectedOn: null,
    },
    {
      stop: "SET_ASIDE",
      state: "HERE",
      title: "Set aside",
      note: "The shop cannot spend it",
      at: null,
      expectedOn: null,
    },
    { stop: "SENT", state: "LATER", title: "Sent to your bank", note: "If it is approved", at: null, expectedOn: null },
    { stop: "ARRIVED", state: "LATER", title: "On card ending 4417", note: null, at: null, expectedOn: "2026-10-14" },
  ],
  need: null,
  offer: null,
  refusal: null,
  messages: [{ id: "m1", byCustomer: false, body: "We asked the shop.", at: "2026-10-08T01:40:00.000Z" }],
  evidence: [],
  evidenceLimits: { bytes: 10 },
  actions: [
    { action: "SEND_MESSAGE", allowed: true, reasons: [] },
    { action: "ATTACH_EVIDENCE", allowed: true, reasons: [] },
    { action: "WITHDRAW", allowed: true, reasons: [] },
  ],
};
const desk = (change: object = {}) => ({ CustomerTrackedCase: () => ({ trackedCase: { ...tracked, ...change } }) });
/** As it is read: a number keeps to what it counts. */
const headline = () => screen.getByRole("heading", { level: 1 }).textContent?.replaceAll("\u00a0", " ");
const done = () => ({ answer: { __typename: "CaseActionDone" } });
const stale = () => ({ answer: { __typename: "StaleCase", message: "newer" } });

test("says in one sentence how it stands, and where the money is", async () => {
  const sent = deskThatAnswers(desk());
  await openPage("/r/a-token");
  expect(headline()).toBe(tracked.sentence);
  expect(screen.getByText("Set aside").closest("li")?.getAttribute("aria-current")).toBe("step");
  expect(screen.getByText("12 Sep")).toBeTruthy();
  expect(screen.getByText("by 14 Oct")).toBeTruthy();
  expect(screen.getByText("We asked the shop.")).toBeTruthy();
  expect(sent[0]?.headers["x-case-token"]).toBe("a-token");
});

test("heads where the money is with what goes or went back, not with what was asked", async () => {
  const money = () => screen.getByRole("heading", { name: /Where your money is/ }).textContent;
  deskThatAnswers(desk());
  await openPage("/r/a-token");
  expect(money()).toMatch(/2,460\.00$/);
  deskThatAnswers(desk({ refund: { minor: "4000", currency: "CNY" } }));
  await openPage("/r/a-token");
  expect(money()).toMatch(/\D40\.00$/);
});

test("a link that opens nothing says so, and what to do", async () => {
  deskThatAnswers({ CustomerTrackedCase: () => ({ trackedCase: null }) });
  await openPage("/r/wrong");
  expect(screen.getByRole("heading", { name: "This link does not open anything" })).toBeTruthy();
  expect(screen.getByRole("link", { name: "Make a new request" })).toHaveProperty("pathname", "/r/new");
});

test("whoever can ask anew is led to where they do", async () => {
  deskThatAnswers(desk({ state: "CLOSED", outcome: "WITHDRAWN" }));
  await openPage("/r/a-token");
  expect(screen.queryByRole("link", { name: "Make a new request" })).toBeNull();
  deskThatAnswers(desk({ state: "CLOSED", outcome: "EXPIRED" }));
  await openPage("/r/a-token");
  expect(screen.getByRole("link", { name: "Make a new request" })).toHaveProperty("pathname", "/r/new");
});

test("nobody to be reached is not the same as no such link", async () => {
  deskThatAnswers({});
  await openPage("/r/a-token");
  expect(screen.getByRole("alert").textContent).toContain("could not be reached");
  expect(screen.queryByText("This link does not open anything")).toBeNull();
  deskThatAnswers(desk());
  await press("Try again");
  expect(headline()).toBe(tracked.sentence);
});

test("what is needed stands first, and the answer goes to the newest version", async () => {
  let version = 7;
  const sent = deskThatAnswers({
    CustomerTrackedCase: () => ({
      trackedCase: { ...tracked, version, need: { text: "A photo of the back of the slip.", until: null } },
    }),
    CustomerProvideInformation: () => (version++ === 7 ? stale() : done()),
  });
  await openPage("/r/a-token");
  expect(screen.getByText("A photo of the back of the slip.")).toBeTruthy();
  type(/Your answer/, "Here it is.");
  await press("Send my answer");
  const answers = sent.filter(({ operation }) => operation === "CustomerProvideInformation");
  expect(answers.map(({ variables }) => variables.input?.["expectedVersion"])).toEqual([7, 8]);
  expect(screen.getByLabelText(/Your answer/)).toHaveProperty("value", "");
});

test("an offer is never taken on an older case than the one that was seen", async () => {
  const sent = deskThatAnswers({
    ...desk({ offer: { minor: "200000", currency: "CNY" } }),
    CustomerAcceptOffer: stale,
  });
  await openPage("/r/a-token");
  await press("Accept");
  expect(sent.filter(({ operation }) => operation === "CustomerAcceptOffer")).toHaveLength(1);
  expect(screen.getByRole("alert").textContent).toContain("Something changed just now");
});

test("whoever turns an offer down goes on where the reason is asked, and whoever keeps the request where it is closed", async () => {
  deskThatAnswers(desk({ offer: { minor: "200000", currency: "CNY" } }));
  await openPage("/r/a-token");
  await press("Do not accept");
  expect(document.activeElement?.tagName).toBe("TEXTAREA");
  await press("Keep it");
  expect(document.activeElement?.tagName).toBe("SUMMARY");
});

test("whoever has taken an offer goes on with how the matter stands now", async () => {
  let isOpen = true;
  const offer = { minor: "200000", currency: "CNY" };
  deskThatAnswers({
    CustomerTrackedCase: () => ({ trackedCase: { ...tracked, offer: isOpen ? offer : null } }),
    CustomerAcceptOffer: () => {
      isOpen = false;
      return done();
    },
  });
  await openPage("/r/a-token");
  screen.getByRole("button", { name: "Accept" }).focus();
  await press("Accept");
  await vi.waitFor(() => expect(document.activeElement?.tagName).toBe("H1"));
});

test("a refusal says why, how to contest, and where else to go", async () => {
  const refusal = {
    reason: "The goods were worn.",
    contestUntil: "2026-10-20T00:00:00.000Z",
    rights: "You can complain.",
    agency: "12315",
    agencyAddress: "https://www.12315.cn",
    agencyPhone: "12315",
  };
  const actions = [{ action: "CONTEST_DECISION", allowed: true, reasons: [] }];
  const sent = deskThatAnswers({ ...desk({ state: "DECLINED", refusal, actions }), CustomerContestDecision: done });
  await openPage("/r/a-token");
  const box = screen.getByRole("heading", { name: "Why we did not agree" }).closest("section");
  expect(box?.textContent).toContain("The goods were worn.");
  // The way to contest stands with the reason, and only there.
  expect(screen.getAllByText("Contest the decision", { selector: "b" })).toHaveLength(1);
  expect(box?.contains(screen.getByText("Contest the decision", { selector: "b" }))).toBe(true);
  expect(screen.getByRole("link", { name: "12315" }).getAttribute("href")).toBe("tel:12315");
  expect(screen.getByRole("link", { name: "https://www.12315.cn" })).toBeTruthy();
  await press("Contest the decision");
  expect(screen.getByText("Write something first.")).toBeTruthy();
  type(/Why the refund is due/, "They were not.");
  await press("Contest the decision");
  expect(sent.find(({ operation }) => operation === "CustomerContestDecision")?.variables.input).toMatchObject({
    caseId: tracked.id,
    expectedVersion: 7,
    message: "They were not.",
  });
});

test("where the agency is done with the matter, its number and address are not held out", async () => {
  const agency = { agency: null, agencyAddress: null, agencyPhone: null };
  const refusal = {
    reason: null,
    contestUntil: null,
    rights: "You can still go to a court or arbitration.",
    ...agency,
  };
  deskThatAnswers(desk({ state: "CLOSED", outcome: "DECLINED", refusal }));
  await openPage("/r/a-token");
  const box = screen.getByText(/a court or arbitration/).closest("section");
  expect(box?.querySelectorAll("a")).toHaveLength(0);
  expect(box?.textContent).not.toContain("null");
});

test.each([
  [false, 1],
  [true, 0],
])(
  "a receipt is for the bank only where the money went back to the card: paid outside %s",
  async (isPaidOutside, helps) => {
    deskThatAnswers(desk({ state: "CLOSED", outcome: "REFUNDED", refundedOn: "2026-10-14", isPaidOutside }));
    await openPage("/r/a-token");
    expect(await screen.findByRole("link", { name: /Receipt|凭证/ })).toBeTruthy();
    expect(screen.queryAllByText(/show your bank this receipt|出示这张凭证/i)).toHaveLength(helps);
  },
);

test.each([
  ["2026-10-15", /It is usually there by Thursday 15 October(?: 2026)?\. If it does not come/],
  [null, /^Not on your statement\? Show your bank this receipt\.$/],
])("a receipt says by when the card usually shows the money, from the refund's own day: %s", async (day, words) => {
  deskThatAnswers(desk({ state: "CLOSED", outcome: "REFUNDED", refundedOn: "2026-10-14", expectedArrivalOn: day }));
  await openPage("/r/a-token");
  expect(await screen.findByText(words)).toBeTruthy();
});

test("withdrawing says what will happen, and asks", async () => {
  const sent = deskThatAnswers({ ...desk(), CustomerWithdrawCase: done });
  await openPage("/r/a-token");
  expect(screen.getByText(/This ends the matter/)).toBeTruthy();
  await press("Yes, withdraw");
  expect(sent.map(({ operation }) => operation)).toEqual([
    "CustomerTrackedCase",
    "CustomerWithdrawCase",
    "CustomerTrackedCase",
  ]);
});

test("withdrawing says what becomes of the money: only what is set aside goes back to the shop", async () => {
  deskThatAnswers(desk());
  await openPage("/r/a-token");
  expect(screen.getByText(/what is set aside goes back to the shop, and no money comes back to you/)).toBeTruthy();
  const stops = tracked.stops.map((stop) => ({ ...stop, state: stop.stop === "PAID" ? "HERE" : "LATER" }));
  deskThatAnswers(desk({ stops }));
  await openPage("/r/a-token");
  expect(screen.queryByText(/what is set aside goes back/)).toBeNull();
  expect(screen.getByText(/ends the matter, and no money comes back to you/)).toBeTruthy();
});

test("what is asked for by a day says what happens without it, and without a day nothing is said", async () => {
  const need = (until: string | null) => desk({ need: { text: "A photo of the slip.", until } });
  deskThatAnswers(need("2026-10-14T15:59:59.000Z"));
  await openPage("/r/a-token");
  expect(screen.getByText(/the request closes without a refund/)).toBeTruthy();
  deskThatAnswers(need(null));
  await openPage("/r/a-token");
  expect(screen.queryByText(/the request closes without a refund/)).toBeNull();
});

test("no line of the sentence ends within a day, an amount or a card's digits", async () => {
  deskThatAnswers(desk({ sentence: "CNY 1,299.00 正在退回尾号 4417 的卡。通常在10月14日星期三之前到账。" }));
  await openPage("/r/a-token", "zh-CN");
  const together = [...screen.getByRole("heading", { level: 1 }).querySelectorAll("span span")];
  expect(together.map(({ textContent }) => textContent)).toEqual(["CNY 1,299.00", "尾号 4417", "10月14日", "星期三"]);
});

test("what is shut says why", async () => {
  const reasons = [{ message: "A refund is on its way." }];
  deskThatAnswers(desk({ actions: [{ action: "WITHDRAW", allowed: false, reasons }] }));
  await openPage("/r/a-token");
  expect(screen.getByText("A refund is on its way.")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Yes, withdraw" })).toBeNull();
});

test("a file that is too large never leaves the phone", async () => {
  const sent = deskThatAnswers(desk());
  await openPage("/r/a-token");
  const file = new File(["eleven bytes"], "slip.jpg", { type: "image/jpeg" });
  fireEvent.change(screen.getByLabelText("Take a photo"), { target: { files: [file] } });
  expect((await screen.findByRole("alert")).textContent).toContain("too large");
  expect(sent).toHaveLength(1);
});

const asks = { need: { text: "A photo of the back of the slip.", until: null } };

test("an answer that is not sent yet is there after a reload, and gone once it is sent", async () => {
  deskThatAnswers({ ...desk(asks), CustomerProvideInformation: done });
  await openPage("/r/a-token");
  type(/Your answer/, "I paid with 6222 0212 3456 7890 123 twice.");
  await openPage("/r/a-token");
  expect(screen.getByLabelText(/Your answer/)).toHaveProperty("value", "I paid with •••• twice.");
  await press("Send my answer");
  await openPage("/r/a-token");
  expect(screen.getByLabelText(/Your answer/)).toHaveProperty("value", "");
});

test("an answer outlives what was asked: it can be sent as a message", async () => {
  deskThatAnswers(desk(asks));
  await openPage("/r/a-token");
  type(/Your answer/, "The back is empty.");
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: done });
  document.dispatchEvent(new Event("visibilitychange"));
  await settle();
  expect(screen.queryByLabelText(/Your answer/)).toBeNull();
  expect(screen.getByText(/What was asked for is settled/)).toBeTruthy();
  expect(screen.getByLabelText("Your message").closest("details")).toHaveProperty("open", true);
  await press("Send");
  const said = sent.filter(({ operation }) => operation === "CustomerSendMessage");
  expect(said.map(({ variables }) => variables.input?.["message"])).toEqual(["The back is empty."]);
});

test("what the desk refused stays said when the language is changed, marked as words of its own", async () => {
  const refused = () => ({
    answer: { __typename: "ActionRefused", reasons: [{ code: "X", message: "It is closed." }] },
  });
  deskThatAnswers({ ...desk(asks), CustomerProvideInformation: refused });
  await openPage("/r/a-token");
  type(/Your answer/, "Here.");
  await press("Send my answer");
  expect(screen.getByText("It is closed.")).toBeTruthy();
  await press("中文");
  expect(screen.getByText("It is closed.").lang).toBe("en");
  expect(screen.getByText("这一步没有完成")).toBeTruthy();
});

const look = async () => {
  document.dispatchEvent(new Event("visibilitychange"));
  await settle();
};
const lost = () => {
  throw new TypeError("Failed to fetch");
};

test("words whose answer was lost go again under the same key, though the case has moved on", async () => {
  let [version, send]: [number, () => object] = [7, lost];
  const sent = deskThatAnswers({
    CustomerTrackedCase: () => ({ trackedCase: { ...tracked, version } }),
    CustomerSendMessage: () => send(),
  });
  await openPage("/r/a-token");
  type(/Your message/, "Where is it?");
  await press("Send");
  expect(screen.getByRole("alert").textContent).toContain("cannot say whether it arrived");
  expect(screen.getByRole("alert").textContent).toContain("it counts once");
  [version, send] = [8, done];
  await look();
  await press("Send");
  const inputs = sent.filter(({ operation }) => operation === "CustomerSendMessage").map(({ variables }) => variables);
  expect(inputs.map(({ input }) => input?.["expectedVersion"])).toEqual([7, 8]);
  expect(new Set(inputs.map(({ input }) => input?.["idempotencyKey"])).size).toBe(1);
});

const keysOf = (sent: readonly Sent[], operation: string) =>
  sent.filter((one) => one.operation === operation).map(({ variables }) => variables.input?.["idempotencyKey"]);

test("words whose answer was lost go again under the same key after a reload, and once answered under another", async () => {
  let send: () => object = lost;
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: () => send() });
  const say = async () => {
    await openPage("/r/a-token");
    if (screen.getByLabelText<HTMLTextAreaElement>("Your message").value === "") type(/Your message/, "Where is it?");
    await press("Send");
  };
  await say();
  send = done;
  await say();
  await say();
  const [first, second, third] = keysOf(sent, "CustomerSendMessage");
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("the same words another day are meant again, where they had arrived though their answer was lost", async () => {
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: lost });
  await openPage("/r/a-token");
  type(/Your message/, "Any news?");
  await press("Send");
  const said = [{ ...tracked.messages[0], byCustomer: true, body: "Any news?" }];
  const later = deskThatAnswers({ ...desk({ messages: said }), CustomerSendMessage: done });
  await openPage("/r/a-token");
  expect(screen.getByLabelText("Your message")).toHaveProperty("value", "");
  type(/Your message/, "Any news?");
  await press("Send");
  const keys = [...keysOf(sent, "CustomerSendMessage"), ...keysOf(later, "CustomerSendMessage")];
  expect(new Set(keys).size).toBe(2);
});

test.each([
  ["in the same page", look],
  ["in the page loaded anew", () => openPage("/r/a-token")],
])("the same words are meant again where their box was emptied by hand, %s", async (_, later) => {
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: lost });
  await openPage("/r/a-token");
  type(/Your message/, "Any news?");
  await press("Send");
  type(/Your message/, "");
  await later();
  type(/Your message/, "Any news?");
  await press("Send");
  expect(new Set(keysOf(sent, "CustomerSendMessage")).size).toBe(2);
});

test("words on their way keep their key, though their box is emptied meanwhile", async () => {
  const onTheirWay: (() => void)[] = [];
  const waits = () => new Promise<object>((_, lose) => onTheirWay.push(() => lose(new TypeError("Failed to fetch"))));
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: waits });
  await openPage("/r/a-token");
  type(/Your message/, "Any news?");
  await press("Send");
  type(/Your message/, "");
  for (const lose of onTheirWay) lose();
  await settle();
  type(/Your message/, "Any news?");
  await press("Send");
  expect(new Set(keysOf(sent, "CustomerSendMessage")).size).toBe(1);
});

test("words that hold a card's number go again under the same key in the same page, and another number is other words", async () => {
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: lost });
  await openPage("/r/a-token");
  type(/Your message/, "It was 6222 0212 3456 7890 123.");
  await press("Send");
  await press("Send");
  type(/Your message/, "It was 6222 0212 3456 7890 321.");
  await press("Send");
  const [first, second, third] = keysOf(sent, "CustomerSendMessage");
  expect(second).toBe(first);
  expect(third).not.toBe(first);
});

test("a card's number is kept nowhere: the words without it are told by their key to have arrived", async () => {
  const sent = deskThatAnswers({ ...desk(), CustomerSendMessage: lost });
  await openPage("/r/a-token");
  type(/Your message/, "It was 6222 0212 3456 7890 123.");
  await press("Send");
  expect(JSON.stringify(localStorage)).not.toContain("3456");
  const reused = () => ({ answer: { __typename: "KeyReused", message: "other words" } });
  const again = deskThatAnswers({ ...desk(), CustomerSendMessage: reused });
  await openPage("/r/a-token");
  await press("Send");
  expect(keysOf(again, "CustomerSendMessage")).toEqual(keysOf(sent, "CustomerSendMessage"));
  expect(screen.getByLabelText("Your message")).toHaveProperty("value", "");
  expect(screen.queryByText("other words")).toBeNull();
});

test("what was said does not stand ready to be said again, though its answer was lost", async () => {
  deskThatAnswers(desk(asks));
  await openPage("/r/a-token");
  type(/Your answer/, "The back is empty.");
  await press("Send my answer");
  deskThatAnswers(desk({ messages: [{ ...tracked.messages[0], byCustomer: true, body: "The back is empty." }] }));
  await look();
  expect(screen.queryByText(/What was asked for is settled/)).toBeNull();
  expect(screen.getByLabelText("Your message")).toHaveProperty("value", "");
  expect(screen.getByLabelText("Your message").closest("details")).toHaveProperty("open", false);
});

test("an answer on its way keeps its box until the desk has answered, and what was added meanwhile stays", async () => {
  let arrived = (_answer: object): void => undefined;
  let change: object = asks;
  const sent = deskThatAnswers({
    CustomerTrackedCase: () => ({ trackedCase: { ...tracked, ...change } }),
    CustomerProvideInformation: () => new Promise<object>((resolve) => (arrived = resolve)),
  });
  await openPage("/r/a-token");
  type(/Your answer/, "Here.");
  await press("Send my answer");
  type(/Your answer/, "Here. And the receipt.");
  change = {};
  await look();
  expect(sent.filter(({ operation }) => operation === "CustomerTrackedCase")).toHaveLength(1);
  expect(screen.getByLabelText(/Your answer/)).toHaveProperty("value", "Here. And the receipt.");
  arrived(done());
  await settle();
  await settle();
  expect(screen.queryByLabelText(/Your answer/)).toBeNull();
  expect(screen.getByLabelText("Your message")).toHaveProperty("value", "And the receipt.");
});

test("nothing, and more than the desk takes, is said at the box, which has the focus; mended, it is said no longer", async () => {
  const sent = deskThatAnswers(desk());
  await openPage("/r/a-token");
  const box = screen.getByLabelText("Your message");
  const focus = () => new Promise((resolve) => requestAnimationFrame(resolve));
  await press("Send");
  await focus();
  expect(document.activeElement).toBe(box);
  expect(screen.getByText("Write something first.")).toBeTruthy();
  type(/Your message/, "x".repeat(4_001));
  expect(screen.queryByText("Write something first.")).toBeNull();
  await press("Send");
  expect(screen.getByText(/4,000 characters/)).toBeTruthy();
  expect(sent).toHaveLength(1);
  type(/Your message/, `${"😀".repeat(4_000)} `);
  expect(screen.queryByText(/4,000 characters/)).toBeNull();
});
