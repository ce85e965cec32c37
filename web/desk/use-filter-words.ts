import { useTranslation } from "react-i18next";
import { longDayText } from "../i18n/times.ts";
import { useEitherText } from "../i18n/use-either-text.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { usePickedNames } from "../pick/use-picked-names.ts";
import { amountText, readAmount } from "../ui/amount.ts";
import type { FilterWord } from "./FilterWords.tsx";
import type { QueueAddress } from "./queue-address.ts";
import { chosenOptions, wordOptions } from "./word-options.ts";

/** What to set in the address; null takes it out. */
export type SetFilters = (change: Readonly<Record<string, string | null>>) => void;

/** What narrows the list, in words that can be taken away one by one. */
export function useFilterWords(address: QueueAddress, onSet: SetFilters): readonly FilterWord[] {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const { assignee, merchant, over, under, currency, due, from, until } = address;
  const { closedFrom, closedUntil, version, decided, decidedFrom, decidedUntil, overturned } = address;
  const colleague = assignee.find((one) => one !== "me" && one !== "none") ?? null;
  const names = usePickedNames(merchant, colleague);
  const word = (name: string, value: string | null, ...keys: string[]): FilterWord => ({
    name,
    value,
    onRemove: () => onSet(Object.fromEntries(keys.map((key) => [key, null]))),
  });
  const between = useEitherText();
  const people = assignee.map((one) =>
    one === "me" ? t("queue.assignee.me") : one === "none" ? t("queue.assignee.none") : (names.staff?.name ?? "…"),
  );
  const dueText =
    due === null ? null : due === "overdue" || due === "today" || due === "week" ? t(`queue.due.${due}`) : null;
  const dayText = (day: string) => longDayText(day, language, now);
  function limitText(typed: string): string {
    const amount = currency === null ? null : readAmount(typed, currency);
    return amount === null ? typed : amountText(amount);
  }
  return [
    ...chosenOptions(wordOptions(t), address)
      .filter(({ chosen }) => chosen.length > 0)
      .map(({ name, chosen }) => word(t(`queue.filterName.${name}`), between(chosen.map(([, text]) => text)), name)),
    ...(people.length > 0 ? [word(t("queue.filterName.assignee"), between(people), "assignee")] : []),
    ...(merchant === null ? [] : [word(t("queue.filterName.merchant"), names.merchant ?? "…", "merchant")]),
    ...(over === null ? [] : [word(t("queue.filterOver"), limitText(over), "over")]),
    ...(under === null ? [] : [word(t("queue.filterUnder"), limitText(under), "under")]),
    ...(currency !== null && over === null && under === null ? [word(t("queue.currency"), currency, "currency")] : []),
    ...(due === null
      ? []
      : [word(t("queue.filterName.due"), dueText ?? t("queue.due.by", { day: dayText(due) }), "due")]),
    ...(from === null ? [] : [word(t("queue.openedFrom"), dayText(from), "from")]),
    ...(until === null ? [] : [word(t("queue.openedUntil"), dayText(until), "until")]),
    ...(closedFrom === null ? [] : [word(t("behind.closedFrom"), dayText(closedFrom), "closedFrom")]),
    ...(closedUntil === null ? [] : [word(t("behind.closedUntil"), dayText(closedUntil), "closedUntil")]),
    ...(version.length === 0 ? [] : [word(t("behind.version"), null, "version")]),
    ...(decided === null || decidedFrom === null || decidedUntil === null
      ? []
      : [
          word(
            t(`behind.decided.${decided}`),
            t("behind.between", {
              from: dayText(decidedFrom),
              until: dayText(decidedUntil),
            }),
            ...["decided", "decidedFrom", "decidedUntil", "overturned"],
          ),
        ]),
    ...(overturned.length === 0
      ? []
      : [word(t("behind.overturned"), between(overturned.map((by) => t(`behind.overturner.${by}`))), "overturned")]),
  ];
}
