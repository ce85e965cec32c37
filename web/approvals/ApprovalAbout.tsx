import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import type { CheckKind } from "../graphql/words.ts";
import css from "./approval-row.module.css";

interface Fact {
  readonly name: string;
  readonly value: string;
}

/** What is asked, where its kind and its case alone do not say it. */
export function ApprovalAbout({ facts }: { readonly facts: readonly Fact[] }) {
  const { t } = useTranslation();
  const factOf = (name: string) => facts.find((fact) => fact.name === name)?.value;
  const [check, reference, policy] = [factOf("check"), factOf("reference"), factOf("policy")];
  if (check !== undefined) return <p className={css.about}>{t(`checkKind.${check as CheckKind}`)}</p>;
  if (reference !== undefined) return <p className={css.about}>{t("approvalFact.reference", { value: reference })}</p>;
  if (policy !== undefined)
    return (
      <p className={css.about}>
        <Link to={`/policies/${policy}?version=${factOf("version") ?? "draft"}`}>
          {t("approvalFact.policy", { version: factOf("version") ?? "" })}
        </Link>
      </p>
    );
  return null;
}
