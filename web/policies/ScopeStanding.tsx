import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { Notice } from "../ui/Notice.tsx";
import css from "./scope-standing.module.css";

export const ScopeStandingFragment = graphql(`
  fragment ScopeStanding_preview on PolicyScopePreview {
    label
    taken { id name label }
    narrower { id name label }
    wider { id name label }
  }
`);

/** In which order policies are asked for one case: the narrowest decides, and the one to be begun is marked among them. */
export function ScopeStanding({
  preview: of,
  name,
}: {
  readonly preview: FragmentOf<typeof ScopeStandingFragment>;
  /** What the new one is called, while it has no name of its own. */
  readonly name: string;
}) {
  const { t } = useTranslation();
  const { label, taken, narrower, wider } = readFragment(ScopeStandingFragment, of);
  if (taken !== null)
    return (
      <Notice
        kind="changed"
        title={t("policies.newPolicy.taken", { label: taken.label })}
        action={<Link to={`/policies/${taken.name}`}>{t("policies.newPolicy.openTaken")}</Link>}
      />
    );
  return (
    <section className={css.standing} aria-label={t("policies.newPolicy.order")}>
      <h3>{t("policies.newPolicy.order")}</h3>
      <p>{t("policies.newPolicy.orderHow")}</p>
      <ol>
        {narrower.map((policy) => (
          <li key={policy.id}>{policy.label}</li>
        ))}
        <li aria-current="true">
          <b>{label ?? name}</b> <span className={css.new}>{t("policies.newPolicy.thisOne")}</span>
        </li>
        {wider.map((policy) => (
          <li key={policy.id}>{policy.label}</li>
        ))}
      </ol>
      {narrower.length > 0 && <p>{t("policies.newPolicy.standsBack", { count: narrower.length })}</p>}
    </section>
  );
}
