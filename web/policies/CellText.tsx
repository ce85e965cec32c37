import { useTranslation } from "react-i18next";
import { amountText } from "../ui/amount.ts";
import css from "./decision-table.module.css";
import { type Cells, yesNoFacts } from "./policy-text.ts";
import { useJoin } from "./use-join.ts";

type Amounts = NonNullable<Cells["amountAtMost"]>;

/** A cell for the reader: what the row asks of one column, or that it asks nothing. */
function Shown({ parts }: { readonly parts: readonly string[] }) {
  const { t } = useTranslation();
  const join = useJoin();
  if (parts.length === 0) return <span className={css.any}>{t("policies.any")}</span>;
  return join(parts);
}

export function ReasonCell({ when }: { readonly when: Cells }) {
  const { t } = useTranslation();
  return <Shown parts={(when.reasons ?? []).map((reason) => t(`caseReason.${reason}` as "caseReason.OTHER"))} />;
}

export function AnswerCell({ when }: { readonly when: Cells }) {
  const { t } = useTranslation();
  return (
    <Shown
      parts={(when.merchantAnswers ?? []).map((word) => t(`policies.answer.${word}` as "policies.answer.SILENT"))}
    />
  );
}

/** The first currency, and how many more there are: all of them stand in the sentence beside. */
export function AmountCell({ when }: { readonly when: Cells }) {
  const side = (sign: string, limits: Amounts | null) => {
    const [first, ...more] = limits ?? [];
    return first === undefined ? [] : [`${sign} ${amountText(first)}${more.length === 0 ? "" : ` +${more.length}`}`];
  };
  return (
    <span className={css.amount}>
      <Shown parts={[...side(">", when.amountAbove), ...side("≤", when.amountAtMost)]} />
    </span>
  );
}

export function DaysCell({ when }: { readonly when: Cells }) {
  const { t } = useTranslation();
  const more = when.daysMoreThan === null ? [] : [`> ${t("policies.daysShort", { days: when.daysMoreThan })}`];
  const most = when.daysAtMost === null ? [] : [`≤ ${t("policies.daysShort", { days: when.daysAtMost })}`];
  return <Shown parts={[...more, ...most]} />;
}

/** What has no column of its own: checks, network, channel, currency. */
export function OtherCell({ when }: { readonly when: Cells }) {
  const { t } = useTranslation();
  const facts = yesNoFacts.flatMap((fact) => {
    const is = when[fact];
    return is === null ? [] : [t(`policies.fact.${fact}.${is ? "yes" : "no"}`)];
  });
  const networks = (when.networks ?? []).map((word) => t(`policies.network.${word}` as "policies.network.VISA"));
  const channels = (when.channels ?? []).map((word) => t(`policies.channel.${word}` as "policies.channel.WEB"));
  return <Shown parts={[...facts, ...networks, ...channels, ...(when.currencies ?? [])]} />;
}
