import { expect, test } from "vitest";
import { rightsWords, type WhatIsOver } from "../../server/desk/domain/right-to-refer.ts";
import { rulingsThatDecide } from "../../server/disputes/domain/rulings.ts";
import { endingsWithoutRefund } from "../../server/referrals/domain/referral-machine.ts";

/** Each road as it is named in either language, and whether it is open. */
const roads = {
  contest: { zh: /提出异议/, en: /contest it in time/ },
  agency: { zh: /消费者保护机构/, en: /consumer-protection agency/ },
  bank: { zh: /联系您的发卡银行/, en: /your card's bank/ },
  review: { zh: /请该银行复核/, en: /ask the bank to look at it again/ },
  court: { zh: /诉讼、仲裁/, en: /a court or arbitration/ },
} as const;
type Road = keyof typeof roads;

const nowhereElse = { outcome: "DECLINED", mayContest: false, bankHasRuled: false, agencyIsDone: false } as const;
const cases: readonly (readonly [string, Partial<WhatIsOver>, readonly Road[]])[] = [
  ["a refusal within its window", { outcome: null, mayContest: true }, ["contest", "agency", "bank"]],
  ["a refusal whose window is past", { outcome: null }, ["agency", "bank"]],
  ["a payment that the bank let stand", { outcome: "DEFENDED", bankHasRuled: true }, ["agency", "review"]],
  [
    "one that the bank let stand after the agency",
    { outcome: "DEFENDED", bankHasRuled: true, agencyIsDone: true },
    ["review", "court"],
  ],
  ["what the agency ended", { agencyIsDone: true }, ["bank", "court"]],
  [
    "what the agency ended, refused anew",
    { outcome: null, mayContest: true, agencyIsDone: true },
    ["contest", "bank", "court"],
  ],
  [
    "what the bank ruled, refused after it was taken up again",
    { outcome: null, mayContest: true, bankHasRuled: true },
    ["contest", "agency"],
  ],
  ["the same, its window past", { outcome: null, bankHasRuled: true }, ["agency"]],
  ["what both are done with", { bankHasRuled: true, agencyIsDone: true }, ["court"]],
  [
    "the same, refused anew",
    { outcome: null, mayContest: true, bankHasRuled: true, agencyIsDone: true },
    ["contest", "court"],
  ],
];

test.each(cases)("of %s only what is still open is offered, in both languages", (_what, how, open) => {
  const words = rightsWords({ ...nowhereElse, ...how });
  for (const language of ["zh", "en"] as const) {
    const said = Object.entries(roads).flatMap(([road, named]) =>
      named[language].test(words[language]) ? [road] : [],
    );
    expect(said.toSorted()).toEqual(open.toSorted());
  }
});

test("whose decision it is that they do not agree with is said", () => {
  expect(rightsWords({ ...nowhereElse, outcome: "DEFENDED", bankHasRuled: true }).en).toMatch(/your bank's decision/);
  expect(rightsWords(nowhereElse).en).toMatch(/our answer/);
});

test("a dispute that the bank gave back decides nothing, and a mediated refund is no end of a complaint", () => {
  expect(rulingsThatDecide).toEqual(["CHARGEBACK_UPHELD", "MERCHANT_MUST_REFUND", "MERCHANT_UPHELD"]);
  expect(endingsWithoutRefund).toEqual(["MEDIATION_ENDED", "COMPLAINT_REFUSED"]);
});
