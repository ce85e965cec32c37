import { isWithin, windowDaysFor } from "./evaluate.ts";
import type { PolicyContent, PolicyFacts } from "./policy-content.ts";

/**
 * The facts of a past decision as they would have been under another text: what follows from the policy itself (window,
 * proof, identity, goods) is reckoned again. What a person waived or confirmed then stays as they said it.
 */
export function restateFacts(facts: PolicyFacts, then: PolicyContent, now: PolicyContent): PolicyFacts {
  return {
    ...facts,
    withinWindow: window(facts, then, now),
    proofPresent: proof(facts, then, now),
    identityConfirmed: identity(facts, then, now),
    goodsAccepted: goods(facts, then, now),
  };
}

function window(facts: PolicyFacts, then: PolicyContent, now: PolicyContent): boolean {
  const { daysSinceSale, reason, withinWindow } = facts;
  if (daysSinceSale === null) return withinWindow;
  const byRule = daysSinceSale <= windowDaysFor(then, reason);
  return withinWindow === byRule ? daysSinceSale <= windowDaysFor(now, reason) : withinWindow;
}

/** Where no proof was asked for, nobody knows whether there was any. */
function proof({ proofPresent }: PolicyFacts, then: PolicyContent, now: PolicyContent): boolean {
  if (!now.proof.needed) return true;
  return then.proof.needed ? proofPresent : false;
}

function identity(facts: PolicyFacts, then: PolicyContent, now: PolicyContent): boolean {
  const { amountMinor, currency, identityConfirmed } = facts;
  if (isWithin(now.identityNeededAboveMinor, amountMinor, currency)) return true;
  return isWithin(then.identityNeededAboveMinor, amountMinor, currency) ? false : identityConfirmed;
}

function goods(facts: PolicyFacts, then: PolicyContent, now: PolicyContent): boolean {
  const { reason, merchantAnswer, goodsAccepted } = facts;
  if (!now.goodsStateNeededFor.includes(reason) || merchantAnswer === "CONFIRMED") return true;
  return then.goodsStateNeededFor.includes(reason) ? goodsAccepted : false;
}
