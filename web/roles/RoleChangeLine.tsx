import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { exactText } from "../i18n/times.ts";
import css from "./role-change-line.module.css";

export const RoleChangeLineFragment = graphql(`
  fragment RoleChangeLine_change on RoleChange {
    id
    role
    state
    reason
    proposedAt
    settledAt
    gains {
      right
      name
    }
    losses {
      right
      name
    }
    proposer {
      id
      name
    }
  }
`);

/** One change of a role: which, what of it, who asked and why, and what became of it. */
export function RoleChangeLine({
  change,
  children,
}: {
  readonly change: FragmentOf<typeof RoleChangeLineFragment>;
  readonly children?: ReactNode;
}) {
  const { t } = useTranslation();
  const it = readFragment(RoleChangeLineFragment, change);
  return (
    <li className={css.line}>
      <p>
        <b>{t(`role.${it.role}`)}</b> <span className={css.state}>{t(`roles.state.${it.state}`)}</span>
      </p>
      <ul>
        {it.gains.map(({ right, name }) => (
          <li key={right} data-sign="+">
            {name}
          </li>
        ))}
        {it.losses.map(({ right, name }) => (
          <li key={right} data-sign="−">
            {name}
          </li>
        ))}
      </ul>
      <p className={css.quiet}>{t("common.quote", { text: it.reason })}</p>
      <p className={css.quiet}>
        {t("roles.pendingBy", { name: it.proposer?.name ?? "–", when: exactText(it.settledAt ?? it.proposedAt) })}
      </p>
      {children}
    </li>
  );
}
