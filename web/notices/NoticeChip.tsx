import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import type { NoticeState } from "../graphql/words.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import css from "./notice-chip.module.css";

export const NoticeChipFragment = graphql(`
  fragment NoticeChip_notice on Notice {
    state
  }
`);

const ICON: Readonly<Record<NoticeState, IconName>> = {
  WAITING: "clock",
  DELIVERED: "check",
  DEAD: "late",
  SUPPRESSED: "pause",
};

/** Where a notice rests, by shape and word. */
export function NoticeChip({ notice }: { readonly notice: FragmentOf<typeof NoticeChipFragment> }) {
  const { t } = useTranslation();
  const { state } = readFragment(NoticeChipFragment, notice);
  return (
    <span className={css.chip} data-state={state}>
      <Icon name={ICON[state]} />
      {t(`noticeState.${state}`)}
    </span>
  );
}
