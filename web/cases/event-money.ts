import type { CaseEventKind } from "../graphql/words.ts";
import type { Amount } from "../ui/amount.ts";
import type { MoneyLook } from "../ui/MoneyText.tsx";

interface Fact {
  readonly name: string;
  readonly value: string;
}

const paths = ["refundAmount", "amount"];

/** The money that an event is about, where it recorded some; or what else of money it recorded, under its own name. */
export function moneyOf(facts: readonly Fact[], names: readonly string[] = paths): Amount | null {
  const find = (name: string) => facts.find((fact) => fact.name === name)?.value;
  for (const path of names) {
    const [minor, currency] = [find(`${path}.minor`), find(`${path}.currency`)];
    if (minor !== undefined && /^-?\d+$/.test(minor) && currency !== undefined) return { minor, currency };
  }
  return null;
}

export function isMoneyEvent(facts: readonly Fact[]): boolean {
  return moneyOf(facts) !== null || facts.some(({ name }) => name.startsWith("refund"));
}

/** Money that has arrived is solid; money that somebody decided on is still held. */
export function moneyLook(kind: CaseEventKind): MoneyLook {
  if (kind === "SETTLE_REFUND") return "moved";
  return kind === "FAIL_REFUND" ? "returned" : kind === "MAKE_OFFER" ? "strong" : "held";
}
