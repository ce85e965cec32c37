import { expect, test } from "vitest";
import { rulingsThatDecide } from "../../server/disputes/domain/rulings.ts";
import { agencyFor } from "../../server/referrals/domain/agencies.ts";
import { endingsWithoutRefund } from "../../server/referrals/domain/referral-machine.ts";
import { type WhatIsOver, whatIsOpen } from "../../server/referrals/domain/what-is-open.ts";

/** Each road as it is named in either language, and whether it is open. */
const roads = {
  contest: { zh: /提出异议/, en: /contest it in time/ },
  agency: { zh: /消费者保护机构/, en: /consumer-protection agency/ },
  bank: { zh: /联系您的发卡银行/, en: /your card's bank/ },
  review: { zh: /请该银行复核/, en: /ask the bank to look at it again/ },
  court: { zh: /诉讼、仲裁/, en: /a court or arbitration/ },
} as const;
type Road = keyof typeof roads;

const nowhereElse = { decidedBy: "DESK", mayContest: false, bankHasRuled: false, agencyIsDone: false } as const;
const cases: readonly (readonly [string, Partial<WhatIsOver>, readonly Road[]])[] = [
  ["a refusal within its window", { mayContest: true }, ["contest", "agency", "bank"]],
  ["a refusal whose window is past", {}, ["agency", "bank"]],
  ["a payment that the bank let stand", { decidedBy: "BANK", bankHasRuled: true }, ["agency", "review"]],
  [
    "one that the bank let stand after the agency",
    { decidedBy: "BANK", bankHasRuled: true, agencyIsDone: true },
    ["review", "court"],
  ],
  ["what the agency ended", { agencyIsDone: true }, ["bank", "court"]],
  ["what the agency ended, refused anew", { mayContest: true, agencyIsDone: true }, ["contest", "bank", "court"]],
  [
    "what the bank ruled, refused after it was taken up again",
    { mayContest: true, bankHasRuled: true },
    ["contest", "agency"],
  ],
  ["the same, its window past", { bankHasRuled: true }, ["agency"]],
  ["what the agency ended just now", { decidedBy: "AGENCY", agencyIsDone: true }, ["bank", "court"]],
  ["what the agency ended after the bank", { decidedBy: "AGENCY", bankHasRuled: true, agencyIsDone: true }, ["court"]],
  ["what ended by itself", { decidedBy: null }, ["agency", "bank"]],
  ["what both are done with", { bankHasRuled: true, agencyIsDone: true }, ["court"]],
  ["the same, refused anew", { mayContest: true, bankHasRuled: true, agencyIsDone: true }, ["contest", "court"]],
];

test.each(cases)("of %s only what is still open is offered, in both languages", (_what, how, open) => {
  const words = whatIsOpen({ ...nowhereElse, ...how });
  for (const language of ["zh", "en"] as const) {
    const said = Object.entries(roads).flatMap(([road, named]) =>
      named[language].test(words[language]) ? [road] : [],
    );
    expect(said.toSorted()).toEqual(open.toSorted());
  }
});

test("whose decision it is that they do not agree with is said", () => {
  expect(whatIsOpen({ ...nowhereElse, decidedBy: "BANK", bankHasRuled: true }).en).toMatch(/your bank's decision/);
  expect(whatIsOpen(nowhereElse).en).toMatch(/our answer/);
  expect(whatIsOpen({ ...nowhereElse, decidedBy: "AGENCY" }).en).toMatch(/how the agency ended it/);
  // To a request that has lapsed nobody has given an answer.
  expect(whatIsOpen({ ...nowhereElse, decidedBy: null }).en).toMatch(/^If you do not agree, you/);
});

test("a dispute that the bank gave back decides nothing, and a mediated refund is no end of a complaint", () => {
  expect(rulingsThatDecide).toEqual(["CHARGEBACK_UPHELD", "MERCHANT_MUST_REFUND", "MERCHANT_UPHELD"]);
  expect(endingsWithoutRefund).toEqual(["MEDIATION_ENDED", "COMPLAINT_REFUSED"]);
});

test("whoever has had no agency yet is told of the one for their money, and else of the one that had the case", () => {
  const phones = ["CNY", "USD", "GBP", "JPY"].map((currency) => [
    agencyFor(null, currency).code,
    agencyFor(null, currency).phone,
  ]);
  expect(phones).toEqual([
    ["CN-12315", "12315"],
    ["US-CFPB", null],
    ["UK-FOS", null],
    ["CN-12315", "12315"],
  ]);
  expect(agencyFor("CN-12315", "USD").code).toBe("CN-12315");
});
