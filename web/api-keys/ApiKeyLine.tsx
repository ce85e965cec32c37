import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import { Button } from "../ui/Button.tsx";
import css from "./api-keys.module.css";

export const ApiKeyLineFragment = graphql(`
  fragment ApiKeyLine_key on ApiKey {
    id
    name
    state
    madeAt
    expiresAt
    usedAt
    revokedAt
    scopes {
      right
      name
      inForce
    }
    maker {
      id
      name
    }
    revokedBy {
      id
      name
    }
  }
`);

/** One key: what it may do in words, until when, when it was last used, and the press that ends it. */
export function ApiKeyLine({
  apiKey,
  onRevoke,
}: {
  readonly apiKey: FragmentOf<typeof ApiKeyLineFragment>;
  readonly onRevoke: (key: { readonly id: string; readonly name: string }) => void;
}) {
  const { t } = useTranslation();
  const { id, name, state, madeAt, expiresAt, usedAt, revokedAt, scopes, maker, revokedBy } = readFragment(
    ApiKeyLineFragment,
    apiKey,
  );
  return (
    <li className={css.key}>
      <div className={css.head}>
        <h2>{name}</h2>
        <span className={`${css.state} ${css[state]}`}>{t(`apiKeys.state.${state}`)}</span>
        {state !== "REVOKED" && (
          <Button
            size="small"
            className={css.revoke}
            aria-label={t("apiKeys.revokeNamed", { name })}
            onClick={() => onRevoke({ id, name })}
          >
            {t("apiKeys.revoke")}
          </Button>
        )}
      </div>
      <ul className={css.scopes}>
        {scopes.map((scope) => (
          <li key={scope.right} className={scope.inForce ? undefined : css.lost}>
            {scope.name}
            {!scope.inForce && <small>{t("apiKeys.lost")}</small>}
          </li>
        ))}
      </ul>
      <dl className={css.times}>
        <div>
          <dt>{t("apiKeys.used")}</dt>
          <dd>{usedAt === null ? t("apiKeys.unused") : exactText(usedAt)}</dd>
        </div>
        <div>
          <dt>{t("apiKeys.expires")}</dt>
          <dd>{exactText(expiresAt)}</dd>
        </div>
        <div>
          <dt>{t("apiKeys.made")}</dt>
          <dd>{t("apiKeys.by", { name: maker?.name ?? "–", when: exactText(madeAt) })}</dd>
        </div>
        {revokedAt !== null && (
          <div>
            <dt>{t("apiKeys.state.REVOKED")}</dt>
            <dd>{t("apiKeys.by", { name: revokedBy?.name ?? "–", when: exactText(revokedAt) })}</dd>
          </div>
        )}
      </dl>
    </li>
  );
}
