import { type FragmentOf, readFragment } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import css from "./dispute-list.module.css";

export const DisputeTurnFragment = graphql(`
  fragment DisputeTurn_dispute on Dispute {
    waitsOn
  }
`);

/** Whose turn it is, and how long they have. */
export function DisputeTurn({
  dispute: of,
  clock,
}: {
  readonly dispute: FragmentOf<typeof DisputeTurnFragment>;
  readonly clock: ReactNode;
}) {
  const { t } = useTranslation();
  const { waitsOn } = readFragment(DisputeTurnFragment, of);
  if (waitsOn === null) return null;
  return (
    <span className={css.turn}>
      <span className={css.quiet}>{t(`lists.waitsOn.${waitsOn}`)}</span>
      {clock}
    </span>
  );
}
