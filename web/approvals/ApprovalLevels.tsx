import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { momentText } from "../i18n/times.ts";
import { useEitherText } from "../i18n/use-either-text.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Icon, type IconName } from "../ui/Icon.tsx";
import css from "./approval-levels.module.css";
import { levelName } from "./level-name.ts";

export const ApprovalLevelsFragment = graphql(`
  fragment ApprovalLevels_approval on ApprovalRequest {
    state
    asked {
      id
      name
    }
    levels {
      right
      next
      decision {
        verdict
        note
        at
        by {
          id
          name
        }
        inPlaceOf {
          id
          name
        }
      }
    }
  }
`);

/** Where the time stands in a sentence. */
const gap = "\u0000";

/** Every agreement that is needed, in the order in which they are given, and by whom they were. */
export function ApprovalLevels({ approval }: { readonly approval: FragmentOf<typeof ApprovalLevelsFragment> }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const either = useEitherText();
  const { state, asked, levels } = readFragment(ApprovalLevelsFragment, approval);
  // At the first that was not given it stood still.
  const stoodAt = levels.findIndex(({ decision }) => decision === null);
  const never = (at: number) =>
    at === stoodAt && asked.length > 0
      ? t("approvals.levelNeverBy", { names: either(asked.map(({ name }) => name)) })
      : t("approvals.levelNever");
  return (
    <ol className={css.levels} aria-label={t("approvals.levels")}>
      {levels.map(({ right, next, decision }, at) => {
        const mark: IconName =
          decision === null ? (next ? "clock" : "lock") : decision.verdict === "GRANT" ? "check" : "back";
        const said = () => {
          if (decision === null && state !== "OPEN") return never(at);
          if (decision === null) return next ? t("approvals.levelNext") : t("approvals.levelLater");
          const name = decision.by?.name ?? "";
          const when = gap;
          if (decision.verdict === "REJECT") return t("approvals.levelRefused", { name, when });
          return decision.inPlaceOf === null
            ? t("approvals.levelGiven", { name, when })
            : t("approvals.levelGivenFor", { name, absent: decision.inPlaceOf.name, when });
        };
        // A time is not parted by the end of a line.
        const [before, after] = said().split(gap);
        const level = levelName(right);
        const name =
          level === "other" && levels.length > 1
            ? t("approvalOfSeveral", { number: at + 1, all: levels.length })
            : t(`approvalLevel.${level}`);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same right may be needed twice; its place is what it is.
          <li key={at} className={next ? css.next : undefined} aria-current={next ? "step" : undefined}>
            <Icon name={mark} size="s" />
            <span>
              <strong>{name}</strong> {before}
              {decision !== null && <time dateTime={decision.at}>{momentText(decision.at, language, now)}</time>}
              {after}
              {decision?.note != null && <q className={css.note}>{decision.note}</q>}
            </span>
          </li>
        );
      })}
    </ol>
  );
}
