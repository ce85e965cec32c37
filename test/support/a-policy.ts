import fc from "fast-check";
import { caseChannels, caseReasons } from "../../server/cases/domain/words.ts";
import { defaultPolicy } from "../../server/policies/domain/default-policy.ts";
import {
  type Condition,
  type PolicyContent,
  type PolicyFacts,
  type PolicyRow,
  policyOutcomes,
} from "../../server/policies/domain/policy-content.ts";
import { cardNetworks } from "../../server/transactions/domain/words.ts";

/** CNY 860.00, not as described, in time, with proof, and the shop agrees. */
export function policyFacts(change: Partial<PolicyFacts> = {}): PolicyFacts {
  return {
    amountMinor: 86_000,
    currency: "CNY",
    reason: "NOT_AS_DESCRIBED",
    daysSinceSale: 4,
    merchantAnswer: "CONFIRMED",
    transactionFound: true,
    amountRefundable: true,
    withinWindow: true,
    proofPresent: true,
    identityConfirmed: true,
    goodsAccepted: true,
    network: "UNIONPAY",
    channel: "WEB",
    ...change,
  };
}

export function aRow(change: Partial<PolicyRow> = {}): PolicyRow {
  return {
    when: [],
    outcome: "REVIEW",
    straightThrough: false,
    because: { zh: "由专员决定。", en: "A person decides." },
    ...change,
  };
}

export const aPolicy = (rows: readonly PolicyRow[], change: Partial<PolicyContent> = {}): PolicyContent => ({
  ...defaultPolicy,
  rows,
  ...change,
});

const answers = ["NOT_ASKED", "WAITING", "CONFIRMED", "CONTESTED", "SILENT"] as const;
const yesNo = [
  "transactionFound",
  "amountRefundable",
  "withinWindow",
  "proofPresent",
  "identityConfirmed",
  "goodsAccepted",
] as const;
const someOf = (words: readonly string[]) => fc.subarray([...words], { minLength: 1 });
const limits = fc.dictionary(fc.constantFrom("CNY", "USD", "JPY"), fc.constantFrom(100, 200, 300), { minKeys: 1 });

/** Any test that a cell of the table can hold. */
export const anyCondition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ fact: fc.constantFrom(...yesNo), is: fc.boolean() }),
  fc.record({ fact: fc.constant("reason" as const), in: someOf(caseReasons) }),
  fc.record({ fact: fc.constant("merchantAnswer" as const), in: someOf(answers) }),
  fc.record({ fact: fc.constant("network" as const), in: someOf([...cardNetworks, "UNKNOWN"]) }),
  fc.record({ fact: fc.constant("channel" as const), in: someOf([...caseChannels, "UNKNOWN"]) }),
  fc.record({ fact: fc.constant("currency" as const), in: someOf(["CNY", "USD", "BRL"]) }),
  fc.record({ fact: fc.constant("amount" as const), atMost: limits }),
  fc.record({ fact: fc.constant("amount" as const), above: limits }),
  fc.record({ fact: fc.constant("daysSinceSale" as const), atMost: fc.constantFrom(7, 30, 180) }),
  fc.record({ fact: fc.constant("daysSinceSale" as const), moreThan: fc.constantFrom(7, 30, 180) }),
);

export const anyTable: fc.Arbitrary<readonly PolicyRow[]> = fc.array(
  fc
    .record({
      when: fc.array(anyCondition, { maxLength: 4 }),
      outcome: fc.constantFrom(...policyOutcomes),
      straightThrough: fc.boolean(),
    })
    .map((row) => aRow(row)),
  { maxLength: 8 },
);

export const anyFacts: fc.Arbitrary<PolicyFacts> = fc
  .record({
    amountMinor: fc.constantFrom(1, 100, 101, 200, 201, 300, 301, 90_000_000),
    currency: fc.constantFrom("CNY", "USD", "JPY", "BRL"),
    reason: fc.constantFrom(...caseReasons),
    daysSinceSale: fc.option(fc.constantFrom(0, 7, 8, 30, 31, 180, 181, 4000)),
    merchantAnswer: fc.constantFrom(...answers),
    transactionFound: fc.boolean(),
    amountRefundable: fc.boolean(),
    withinWindow: fc.boolean(),
    proofPresent: fc.boolean(),
    identityConfirmed: fc.boolean(),
    goodsAccepted: fc.boolean(),
    network: fc.option(fc.constantFrom(...cardNetworks), { nil: undefined }),
    channel: fc.option(fc.constantFrom(...caseChannels), { nil: undefined }),
  })
  .map(({ network, channel, ...facts }) => ({
    ...facts,
    ...(network !== undefined && { network }),
    ...(channel !== undefined && { channel }),
  }));
