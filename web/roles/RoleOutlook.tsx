import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { Notice } from "../ui/Notice.tsx";
import css from "./role-outlook.module.css";

export const RoleOutlookFragment = graphql(`
  fragment RoleOutlook_preview on RoleChangePreview {
    count
    gains {
      right
      name
    }
    losses {
      right
      name
    }
    people {
      id
      name
    }
    work {
      kind
      count
    }
    orphaned {
      right
      name
    }
    deciders {
      id
      name
      role
    }
    reasons
  }
`);

/** Who is affected before anybody is asked: what they gain and lose, what would stop, and who could agree. */
export function RoleOutlook({ preview }: { readonly preview: FragmentOf<typeof RoleOutlookFragment> }) {
  const { t } = useTranslation();
  const listed = useListText();
  const { count, gains, losses, people, work, orphaned, deciders, reasons } = readFragment(
    RoleOutlookFragment,
    preview,
  );
  const names = (rights: readonly { readonly right: string; readonly name: string }[]) =>
    rights.map(({ right, name }) => <li key={right}>{name}</li>);
  return (
    <div className={css.outlook} aria-live="polite">
      <Block title={t("roles.affected", { count })}>
        {people.length > 0 && <p>{listed(people.map(({ name }) => name))}</p>}
      </Block>
      {gains.length > 0 && (
        <Block title={t("roles.gains")}>
          <ul className={css.gains}>{names(gains)}</ul>
        </Block>
      )}
      {losses.length > 0 && (
        <Block title={t("roles.losses")}>
          <ul className={css.losses}>{names(losses)}</ul>
        </Block>
      )}
      {work.length > 0 && (
        <Block title={t("roles.work")}>
          <ul className={css.losses}>
            {work.map(({ kind, count: open }) => (
              <li key={kind}>{t(`roles.workKind.${kind}`, { count: open })}</li>
            ))}
          </ul>
        </Block>
      )}
      {orphaned.length > 0 && (
        <Block title={t("roles.orphaned")}>
          <ul className={css.losses}>{names(orphaned)}</ul>
        </Block>
      )}
      {deciders.length > 0 && (
        <Block title={t("roles.deciders")}>
          <p>{listed(deciders.map(({ name, role }) => t("roles.decider", { name, role: t(`role.${role}`) })))}</p>
        </Block>
      )}
      {reasons.length > 0 && (
        <Notice kind="no" title={t("roles.against")}>
          {reasons.map((reason) => (
            <p key={reason}>{reason}</p>
          ))}
        </Notice>
      )}
    </div>
  );
}

function Block({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}
