import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CheckKind } from "../graphql/words.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { type Amount, amountText, plus } from "../ui/amount.ts";
import css from "./approval-row.module.css";

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is asked, where its kind, its case and its amount alone do not say it. */
export function ApprovalAbout({ facts, amount }: { readonly facts: readonly Fact[]; readonly amount: Amount | null }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const factOf = (name: string) => facts.find((fact) => fact.name === name)?.value;
  const [check, reference, policy, earlier] = ["check", "reference", "policy", "alreadyBackMinor"].map(factOf);
  const lines: ReactNode[] = [];
  if (check !== undefined) {
    const outcome = factOf("outcome") === "NOT_NEEDED" ? "NOT_NEEDED" : "WAIVED";
    lines.push(t(`approvalFact.check.${outcome}`, { check: t(`checkKind.${check as CheckKind}`) }));
  }
  if (reference !== undefined) lines.push(t("approvalFact.reference", { value: reference }));
  if (earlier !== undefined && amount !== null) {
    const before = { minor: earlier, currency: amount.currency };
    lines.push(t("approvalFact.together", { before: amountText(before), together: amountText(plus(before, amount)) }));
  }
  if (policy !== undefined) {
    const [version = "", label] = [factOf("version"), factOf(language === "en" ? "labelEn" : "labelZh")];
    lines.push(
      <Link to={`/policies/${policy}?version=${version || "draft"}`}>
        {label === undefined ? t("approvalFact.policy", { version }) : t("approvalFact.policyOf", { version, label })}
      </Link>,
    );
  }
  return lines.map((line, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one request never change their order.
    <p key={at} className={css.about}>
      {line}
    </p>
  ));
}
