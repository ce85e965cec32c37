import { describe, expect, test } from "vitest";
import { caseActions, caseEventKinds, caseOutcomes, caseStates } from "../../server/cases/domain/words.ts";
import { workflow } from "../../server/cases/domain/workflow.ts";
import { fateAfter, mostTries } from "../../server/notices/domain/after-try.ts";
import { happenedIn, mailboxCode, todoFor } from "../../server/notices/domain/answers-in-words.ts";
import { checkText } from "../../server/notices/domain/check-text.ts";
import { maskAddress } from "../../server/notices/domain/mask-address.ts";
import { noticeFields } from "../../server/notices/domain/notice-fields.ts";
import { noticeRules } from "../../server/notices/domain/notice-rules.ts";
import { noticeTexts } from "../../server/notices/domain/notice-texts.ts";
import { deliveriesTo } from "../../server/notices/domain/readers.ts";
import { placeholdersIn, renderNotice } from "../../server/notices/domain/render-notice.ts";
import { type EventTold, tellings, tellingsOf } from "../../server/notices/domain/tellings.ts";
import { fieldsOf } from "../../server/notices/domain/told-fields.ts";
import { noticeAttemptAnswers, noticeKinds } from "../../server/notices/domain/words.ts";

const locales = ["zh-CN", "en"] as const;
const moved: EventTold = {
  kind: "BEGIN_VERIFICATION",
  from: "NEW",
  to: "VERIFYING",
  outcome: null,
  origin: "CUSTOMER",
  thread: null,
  by: "DESK",
  paidTwice: false,
};
const told = (change: Partial<EventTold>) => tellingsOf({ ...moved, ...change }).map(({ tell }) => tell);

describe("who is told of what", () => {
  test.each([
    [
      "money is on its way when an approval is the last",
      { kind: "GRANT_APPROVAL", to: "REFUNDING" },
      ["REFUND_APPROVED", "MERCHANT_REFUND_APPROVED", "APPROVAL_GIVEN"],
    ],
    ["the next approver when it is not", { kind: "GRANT_APPROVAL", to: "AWAITING_APPROVAL" }, ["APPROVAL_WAITING"]],
    [
      "whoever proposed, when nobody decided in time",
      { kind: "EXPIRE_APPROVAL", from: "AWAITING_APPROVAL", to: "VERIFYING" },
      ["APPROVAL_LAPSED"],
    ],
    ["a refusal", { kind: "DECLINE_REQUEST", to: "DECLINED" }, ["REQUEST_DECLINED", "MERCHANT_REQUEST_DECLINED"]],
    [
      "the bank pays",
      { kind: "RECORD_BANK_RULING", to: "CLOSED", outcome: "CHARGED_BACK", by: "OUTSIDE" },
      ["BANK_PAYS", "MERCHANT_DISPUTE_RULED", "BANK_RULED"],
    ],
    [
      "the bank refuses",
      { kind: "RECORD_BANK_RULING", to: "CLOSED", outcome: "DEFENDED", by: "OUTSIDE" },
      ["BANK_REFUSED", "MERCHANT_DISPUTE_RULED", "BANK_RULED"],
    ],
    [
      "the bank's own step is news for the desk",
      { kind: "ADVANCE_DISPUTE", from: "AT_BANK", to: "AT_BANK", by: "OUTSIDE" },
      ["BANK_MOVED"],
    ],
    [
      "the desk's step is news for the bank",
      { kind: "ADVANCE_DISPUTE", from: "AT_BANK", to: "AT_BANK" },
      ["BANK_ANSWERED"],
    ],
    ["a message to the customer", { kind: "SEND_MESSAGE", thread: "CUSTOMER" }, ["MESSAGE_FOR_CUSTOMER"]],
    ["a message of the customer", { kind: "SEND_MESSAGE", thread: "CUSTOMER", by: "OUTSIDE" }, ["MESSAGE_CAME"]],
    ["a case that is given", { kind: "ASSIGN" }, ["CASE_ASSIGNED"]],
    ["a case that is given by whoever writes no notes", { kind: "ASSIGN", by: "OUTSIDE" }, ["CASE_ASSIGNED"]],
    ["what the desk itself gives away is told once for all of it", { kind: "ASSIGN", by: "SYSTEM" }, []],
    [
      "the bank's step that a file brings is news as well",
      { kind: "ADVANCE_DISPUTE", from: "AT_BANK", to: "AT_BANK", by: "SYSTEM" },
      ["BANK_MOVED"],
    ],
    ["an internal note is told nobody", { kind: "ADD_NOTE" }, []],
    [
      "a withdrawal at the bank reaches the bank",
      { kind: "WITHDRAW", from: "AT_BANK", to: "CLOSED", outcome: "WITHDRAWN", by: "OUTSIDE" },
      ["REQUEST_WITHDRAWN", "MERCHANT_CASE_CLOSED", "BANK_DISPUTE_WITHDRAWN", "CUSTOMER_WITHDREW"],
    ],
    [
      "a withdrawal before does not",
      { kind: "WITHDRAW", to: "CLOSED", outcome: "WITHDRAWN", by: "OUTSIDE" },
      ["REQUEST_WITHDRAWN", "MERCHANT_CASE_CLOSED", "CUSTOMER_WITHDREW"],
    ],
    [
      "a request that lapses is over for the shop as well, which may still be checking",
      { kind: "EXPIRE", from: "AWAITING_CUSTOMER", to: "CLOSED", outcome: "EXPIRED", by: "SYSTEM" },
      ["REQUEST_LAPSED", "MERCHANT_CASE_CLOSED"],
    ],
  ] satisfies readonly (readonly [string, Partial<EventTold>, readonly string[]])[])("%s", (_what, change, kinds) => {
    expect(told(change)).toEqual(kinds);
  });

  test("every event has its row, and every row names states and outcomes that the workflow can give", () => {
    expect(Object.keys(tellings).sort()).toEqual([...caseEventKinds].sort());
    for (const action of caseActions) {
      const { from, to } = workflow[action];
      const reached = to === "SAME" ? from : typeof to === "string" ? [to] : to.oneOf;
      for (const telling of tellings[action]) {
        expect(reached).toEqual(expect.arrayContaining([...(telling.to ?? [])]));
        expect(from).toEqual(expect.arrayContaining([...(telling.from ?? [])]));
        expect(caseOutcomes).toEqual(expect.arrayContaining([...(telling.outcome ?? [])]));
      }
    }
  });

  test("whatever ends the customer's matter, they are told", () => {
    for (const action of caseActions) {
      const { to } = workflow[action];
      const ends = to === "CLOSED" || (typeof to === "object" && to.oneOf.includes("CLOSED"));
      if (!ends) continue;
      for (const outcome of action === "RECORD_BANK_RULING"
        ? (["CHARGED_BACK", "DEFENDED"] as const)
        : ([null] as const)) {
        const kinds = tellingsOf({ ...moved, kind: action, from: "AT_BANK", to: "CLOSED", outcome }).map(
          ({ tell }) => tell,
        );
        expect(
          kinds.map((kind) => noticeRules[kind].to),
          `${action} ${outcome}`,
        ).toContain("CUSTOMER");
      }
    }
  });

  test("a colleague's notice says which colleague", () => {
    for (const { tell, colleague } of Object.values(tellings).flat()) {
      expect(colleague !== undefined, tell).toBe(noticeRules[tell].to === "COLLEAGUE");
    }
  });
});

describe("the desk's own wordings", () => {
  test.each(noticeKinds)("%s says in both languages what it must, and nothing that it does not know", (kind) => {
    for (const locale of locales) expect(checkText(kind, noticeTexts[kind][locale]), locale).toEqual([]);
  });

  test("both languages of a notice speak of the same fields", () => {
    for (const kind of noticeKinds) {
      const { "zh-CN": zh, en } = noticeTexts[kind];
      const fields = (text: typeof zh) =>
        [...new Set(placeholdersIn(`${text.subject} ${text.body} ${text.sms ?? ""}`))].sort();
      expect(fields(zh), kind).toEqual(fields(en));
    }
  });

  test("every refusal names the agency and its address, in its short text too", () => {
    const refusals = noticeKinds.filter((kind) => noticeRules[kind].must.includes("agencyAddress"));
    expect(refusals).toEqual(
      expect.arrayContaining(["REQUEST_DECLINED", "BANK_REFUSED", "AGENCY_CLOSED", "REQUEST_LAPSED", "REQUEST_CLOSED"]),
    );
    for (const kind of refusals) {
      for (const locale of locales)
        expect(placeholdersIn(noticeTexts[kind][locale].sms ?? "")).toContain("agencyAddress");
    }
  });

  test("every refusal says what is still open, and names no way itself", () => {
    for (const kind of noticeKinds) {
      if (noticeRules[kind].refusal === undefined) continue;
      for (const locale of locales) {
        const { body } = noticeTexts[kind][locale];
        expect(placeholdersIn(body), kind).toContain("stillOpen");
        expect(body).not.toMatch(/发卡银行|诉讼|your card's bank|court/);
      }
    }
  });

  test("no end of a request says that nothing went back, since a part may have before it was taken up again", () => {
    for (const kind of ["BANK_REFUSED", "REQUEST_LAPSED", "REQUEST_CLOSED"] as const)
      for (const { body, sms } of Object.values(noticeTexts[kind]))
        for (const text of [body, sms]) expect(text).not.toMatch(/未退款|不予退款|without a refund|no money goes back/);
  });

  test("a short text is there exactly where the notice goes by SMS", () => {
    for (const kind of noticeKinds) {
      for (const locale of locales) {
        expect(noticeTexts[kind][locale].sms !== null, `${kind} ${locale}`).toBe(
          noticeRules[kind].over.includes("SMS"),
        );
      }
    }
  });
});

describe("a wording of one's own", () => {
  const { "zh-CN": own } = noticeTexts.REQUEST_DECLINED;
  test.each([
    [
      "an unknown field",
      { body: `${own.body}\n\n{password}` },
      { code: "FIELD_UNKNOWN", part: "body", field: "password" },
    ],
    [
      "a field that must be said is missing",
      { body: own.body.replace("{agencyAddress}", "") },
      { code: "FIELD_MISSING", part: "body", field: "agencyAddress" },
    ],
    ["an open brace", { body: `${own.body}\n\n{caseNumber` }, { code: "BRACE_OPEN", part: "body" }],
    ["nothing at all in the subject", { subject: " " }, { code: "TEXT_EMPTY", part: "subject" }],
    ["too long a subject", { subject: "长".repeat(121) }, { code: "TEXT_TOO_LONG", part: "subject", most: 120 }],
    ["a word of the trade", { subject: "拒付裁定" }, { code: "WORD_INTERNAL", part: "subject", word: "拒付" }],
  ])("is refused for %s, and for that alone", (_why, change, problem) => {
    expect(checkText("REQUEST_DECLINED", { ...own, ...change })).toEqual([problem]);
  });
});

describe("a notice as its reader sees it", () => {
  const { en } = noticeTexts.REFUND_APPROVED;
  const kept = { caseNumber: "RD-26-000001", amount: { minor: "129900", currency: "CNY" } };

  test("leaves out what speaks of something that is not there, and keeps the rest whole", () => {
    const all = renderNotice(en, { ...kept, cardLast4: "4242", arrivesOn: "2026-11-26" }, { link: "/r/x" }, "en");
    expect(all.body).toBe(
      "Hello. On your request RD-26-000001, a refund of CNY 1,299.00 has been agreed.\n\nIt goes back to the card ending in 4242 that you paid with.\n\nIt usually arrives by 26 November 2026; your bank decides the exact moment.\n\nSee where it stands at any time: /r/x",
    );
    expect(renderNotice(en, kept, {}, "en").body).toBe(
      "Hello. On your request RD-26-000001, a refund of CNY 1,299.00 has been agreed.",
    );
  });

  test("is never taken apart by what somebody wrote", () => {
    const text = noticeTexts.MESSAGE_FOR_CUSTOMER.en;
    const said = renderNotice(text, kept, { message: "{link} $& \r\nBcc: x@y.z", link: "/r/x" }, "en");
    expect(said.body).toContain("{link} $& \r\nBcc: x@y.z");
    const subject = renderNotice({ ...text, subject: "{message}" }, kept, { message: "a\r\nBcc: x@y.z" }, "en").subject;
    expect(subject).toBe("a Bcc: x@y.z");
  });

  const source = {
    ...{
      number: "RD-26-000001",
      currency: "CNY",
      claimedMinor: "5",
      disputedMinor: "6",
      proposedMinor: "4",
      offerMinor: "3",
      refundMinor: "2",
      namedMinor: "1",
    },
    ...{
      arrivesOn: null,
      agency: null,
      ...{ refundIsOutside: false, bankHasRuled: false, agencyIsDone: false },
      merchantName: "Shop",
      merchantNameZh: null,
      voucher: "1",
      cardLast4: "4242",
      paidAt: null,
    },
    due: new Map(),
  };

  test.each([
    ["nothing", {}, "REQUEST_DECLINED", /contest.*agency.*your card's bank/, true],
    ["the bank's ruling", { bankHasRuled: true }, "REQUEST_DECLINED", /^(?!.*bank).*contest.*agency/, true],
    [
      "the agency's word",
      { agencyIsDone: true },
      "REQUEST_DECLINED",
      /^(?!.*agency).*contest.*your card's bank/,
      false,
    ],
    ["nothing", {}, "REQUEST_LAPSED", /^(?!.*contest).*agency.*your card's bank/, true],
    ["the agency's word", { agencyIsDone: true }, "REQUEST_CLOSED", /^(?!.*agency).*your card's bank.*court/, false],
    ["nothing", {}, "BANK_REFUSED", /ask the bank to look at it again.*agency/, true],
    ["the agency's word", { agencyIsDone: true }, "BANK_REFUSED", /^(?!.*agency).*look at it again.*court/, false],
    ["nothing", {}, "AGENCY_CLOSED", /^(?!.*complain).*your card's bank.*court/, true],
    ["the bank's ruling", { bankHasRuled: true }, "AGENCY_CLOSED", /^(?!.*bank).*court/, true],
  ] as const)("after %s %j, %s sends nobody to whoever has decided", (_what, over, kind, words, namesAgency) => {
    const { sms, body } = renderNotice(
      noticeTexts[kind].en,
      fieldsOf(noticeRules[kind], { ...source, ...over }),
      { link: "/r/x", message: "No." },
      "en",
    );
    expect(body.split("\n\n").find((paragraph) => paragraph.startsWith("If you do not agree"))).toMatch(words);
    for (const text of [sms, body]) expect(/12315/.test(text ?? "")).toBe(namesAgency);
    expect(sms).toMatch(/RD-26-000001.*\/r\/x/);
    expect(sms).not.toMatch(/complain to :|: *$/);
  });

  test("keeps only the facts that its kind may speak of", () => {
    const toldByEvents = new Set(
      Object.values(tellings)
        .flat()
        .map(({ tell }) => tell),
    );
    for (const kind of noticeKinds) {
      const rule = noticeRules[kind];
      for (const name of Object.keys(fieldsOf(rule, source)))
        expect([...rule.must, ...rule.may] as string[]).toContain(name);
      const needed = rule.must.filter((field) => !["MESSAGE", "LINK"].includes(noticeFields[field]));
      // What some other room writes brings its own facts.
      if (needed.includes("caseNumber") && toldByEvents.has(kind))
        expect(Object.keys(fieldsOf(rule, source))).toEqual(expect.arrayContaining(needed));
    }
    expect(fieldsOf(noticeRules.OFFER_MADE, source).amount).toEqual({ minor: "3", currency: "CNY" });
    expect(fieldsOf(noticeRules.REFUND_PAID, source).amount).toEqual({ minor: "2", currency: "CNY" });
  });
});

test("a customer who was paid is told by when the card usually shows it, and nothing of a card where it went another way", () => {
  const { en } = noticeTexts.REFUND_PAID;
  const kept = { caseNumber: "RD-26-000001", amount: { minor: "129900", currency: "CNY" }, cardLast4: "4242" };
  const said = (arrivesOn: string | null) =>
    renderNotice(en, { ...kept, ...(arrivesOn !== null && { arrivesOn }) }, { link: "/r/x" }, "en").body;
  expect(said("2026-11-26")).toContain("It is usually there by 26 November 2026. If it does not come, show your bank");
  expect(said(null)).not.toMatch(/usually|days/);
});

describe("after a try", () => {
  const now = new Date("2026-10-12T02:00:00Z");
  test.each([
    ["DELIVERED", "DELIVERED"],
    ["REFUSED", "DEAD"],
    ["NOT_ALLOWED", "DEAD"],
    ["NOT_SET_UP", "SUPPRESSED"],
  ] as const)("%s is the end: %s", (answer, state) => {
    expect(fateAfter(answer, 1, now, 0)).toEqual({ state });
  });

  test.each(["PUT_OFF", "UNREACHABLE", "TIMED_OUT"] as const)(
    "%s is tried again, later each time, and then given up",
    (answer) => {
      const fates = Array.from({ length: mostTries }, (_, index) => fateAfter(answer, index + 1, now, 0));
      const times = fates.flatMap((fate) => ("nextTryAt" in fate ? [fate.nextTryAt.getTime()] : []));
      expect(times).toEqual([...times].sort((left, right) => left - right));
      expect(times).toHaveLength(mostTries - 1);
      expect(fates.at(-1)).toEqual({ state: "DEAD" });
    },
  );
});

describe("who is reached", () => {
  const person = {
    locale: "en",
    email: "a@b.cd",
    phone: "13800138000",
    merchantId: null,
    institutionId: null,
    staffId: null,
  } as const;
  test("by every way that they have, and by none twice", () => {
    const found = deliveriesTo("CUSTOMER", ["EMAIL", "SMS"], { console: [], people: [person], systems: [] });
    expect(found.map(({ channel, address }) => [channel, address])).toEqual([
      ["EMAIL", "a@b.cd"],
      ["SMS", "13800138000"],
    ]);
    const one = deliveriesTo("CUSTOMER", ["EMAIL", "SMS"], {
      console: [],
      people: [{ ...person, email: null }],
      systems: [],
    });
    expect(one.map(({ channel }) => channel)).toEqual(["SMS"]);
  });

  test("a log shows masks only", () => {
    expect(maskAddress("wang@example.com")).toBe("w***@example.com");
    expect(maskAddress("+8613800138000")).toBe("+86****8000");
    expect(maskAddress("12345")).toBe("1****2345");
    expect(maskAddress("https://shop.example/hooks/secret")).toBe("https://shop.example/…");
  });
});

test("the states of a case that a telling can name are the workflow's own", () => {
  for (const { to } of Object.values(tellings).flat())
    expect(caseStates).toEqual(expect.arrayContaining([...(to ?? [])]));
});

describe("what to do after a try", () => {
  test("what stays in the demo's mailbox is not said to have been taken by anybody, and has no code", () => {
    expect(happenedIn("DELIVERED", mailboxCode)).toEqual({
      happened: {
        zh: "已放入演示信箱，没有向外发送。",
        en: "It was put into the demo's mailbox; nothing left the desk.",
      },
      code: null,
    });
    expect(happenedIn("REFUSED", "550")).toMatchObject({
      code: "550",
      happened: { en: expect.stringContaining("refused it") },
    });
  });

  test("is to send it again for nobody who may not, but to ask whoever may", () => {
    for (const answer of noticeAttemptAnswers) {
      const { zh, en } = todoFor(answer, false);
      expect(zh).not.toMatch(/^(?!.*请有权限的同事).*重新发送/);
      expect(en).not.toMatch(/send it again/);
    }
    expect(todoFor("REFUSED", true).en).toContain("send it again");
    expect(todoFor("REFUSED", false).en).toContain("A colleague who may send notices again");
    expect(todoFor("UNREACHABLE", false)).toEqual(todoFor("UNREACHABLE", true));
  });
});
