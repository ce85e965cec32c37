import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import css from "../../../api-keys/api-keys.module.css";
import { graphql } from "../../../graphql/graphql.ts";
import { grouped } from "../../../roles/role-groups.ts";

export const ScopeFieldsFragment = graphql(`
  fragment ScopeFields_scope on ApiKeyScope {
    right
    name
    never
  }
`);

export type Scope = ResultOf<typeof ScopeFieldsFragment>["right"];

/** What the viewer could let a key do, by group, in words; what no key ever may stands below with why. */
export function ScopeFields({
  scopes: of,
  value,
  onChange,
}: {
  readonly scopes: readonly FragmentOf<typeof ScopeFieldsFragment>[];
  readonly value: ReadonlySet<Scope>;
  readonly onChange: (value: ReadonlySet<Scope>) => void;
}) {
  const { t } = useTranslation();
  const scopes = of.map((scope) => readFragment(ScopeFieldsFragment, scope));
  const never = scopes.filter((scope) => scope.never !== null);

  function tick(right: Scope, on: boolean): void {
    const next = new Set(value);
    if (on) next.add(right);
    else next.delete(right);
    onChange(next);
  }

  return (
    <div className={css.fields}>
      <div>
        <h3>{t("apiKeys.scopes")}</h3>
        <p className={css.small}>{t("apiKeys.scopesHint")}</p>
      </div>
      {grouped(scopes.filter((scope) => scope.never === null)).map(({ group, rights }) => (
        <fieldset key={group} className={css.group}>
          <legend>{t(`roles.group.${group}`)}</legend>
          {rights.map(({ right, name }) => (
            <label key={right}>
              <input
                type="checkbox"
                checked={value.has(right)}
                onChange={({ target }) => tick(right, target.checked)}
              />
              {name}
            </label>
          ))}
        </fieldset>
      ))}
      {never.length > 0 && (
        <details className={css.small}>
          <summary>{t("apiKeys.never")}</summary>
          <ul>
            {never.map(({ right, name, never: why }) => (
              <li key={right}>{t("apiKeys.neverBecause", { right: name, why })}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
