import { maskFragments, type ResultOf } from "gql.tada";
import { visit } from "graphql";
import { expect, test } from "vitest";
import { LastEvent, LastEventFragment } from "../../web/cases/LastEvent.tsx";
import { show } from "./support.tsx";

type Facts = ResultOf<typeof LastEventFragment>;
const taken: Facts = {
  ...{ kind: "ASSIGN", to: "VERIFYING", at: "2026-10-09T08:00:00.000Z", actorRole: "SUPPORT_AGENT", messages: [] },
  ...{ actor: { id: "s1", name: "Li Na" }, facts: [{ name: "assignee", value: "Li Na" }] },
};
/** What the row asks for of all that an event records. */
const asked = new Set<string>();
visit(LastEventFragment, { StringValue: ({ value }) => void asked.add(value) });

async function line(change: Partial<Facts>, language: "en" | "zh-CN" = "en") {
  const { facts, ...event } = { ...taken, ...change };
  const told = { ...event, facts: facts.filter(({ name }) => asked.has(name)) };
  const { container } = await show(
    <LastEvent event={maskFragments([LastEventFragment], told)} customer="Wang Xiaoming" />,
    language,
  );
  return container.querySelector("[title]")?.textContent;
}

const handedOn = [
  { name: "fromAssignee", value: "Li Na" },
  { name: "assignee", value: "Emma Clarke" },
];

const of = (kind: Facts["kind"], facts: Readonly<Record<string, string>>) => ({
  kind,
  facts: Object.entries(facts).map(([name, value]) => ({ name, value })),
});

test.each([
  ["somebody who took a case", {}, "Li Na took the case"],
  [
    "the desk, which moved it",
    { actorRole: "SYSTEM", actor: null, facts: handedOn },
    "Li Na can no longer work the case; it went to Emma Clarke",
  ],
  ["the customer", { kind: "OPEN", actorRole: "CUSTOMER", actor: null, facts: [] }, "Customer asked for a refund"],
  ["a check", of("RECORD_CHECK", { check: "GOODS_STATE", outcome: "PASSED" }), /passed$/],
  ["a refund", of("RECORD_REFUND_PROGRESS", { "detail.event": "ACCEPT" }), "The acquirer took the refund"],
  ["a dispute", of("ADVANCE_DISPUTE", { disputeStep: "REPRESENT" }), "Li Na recorded the representment"],
  [
    "an agency's step",
    of("ADVANCE_REFERRAL", { step: "referral:BEGIN_MEDIATION" }),
    "Li Na recorded that mediation began",
  ],
  [
    "an agency's outcome",
    of("RECORD_AGENCY_OUTCOME", { "detail.outcome": "MEDIATED_REFUND" }),
    "Li Na recorded the agency's outcome: Refund agreed in mediation",
  ],
  ["a ruling", of("RECORD_BANK_RULING", { ruling: "MERCHANT_UPHELD" }), /^Li Na recorded the bank's ruling: ./],
  ["an answer", of("RECORD_MERCHANT_ANSWER", { confirms: "true" }), "Li Na recorded that the shop agrees"],
  ["who lost a case", of("REOPEN", { fromAssignee: "Emma Clarke" }), /Emma Clarke can no longer work it/],
  [
    "a deadline",
    { ...of("RECORD_CLOCK_BREACH", { clock: "Merchant's answer" }), actorRole: "SYSTEM" },
    /^Overdue: Merchant's answer$/,
  ],
  ["money that waits for a word", { kind: "APPROVE_REFUND", to: "AWAITING_APPROVAL", facts: [] }, /^Li Na proposed/],
  [
    "time that is over",
    { ...of("RECORD_CLOCK_BREACH", { clock: "Appeal window", rule: "appeal-window" }), actorRole: "SYSTEM" },
    /^Over: Appeal window$/,
  ],
  ["whoever wrote", { kind: "SEND_MESSAGE", messages: [{ id: "m", body: "On its way" }] }, "“On its way”"],
] as const)("a row tells of %s in the words of the case's story", async (_, change, words) => {
  expect(await line(change as Partial<Facts>)).toMatch(words);
});
