import { useTranslation } from "react-i18next";
import { useSearchParams } from "react-router";
import { FilterWords } from "../../desk/FilterWords.tsx";
import { readQueueAddress } from "../../desk/queue-address.ts";
import { useFilterWords } from "../../desk/use-filter-words.ts";
import { isRefundState } from "../../graphql/refund-states.ts";
import { longDayText } from "../../i18n/times.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { useNow } from "../../i18n/use-now.ts";
import { caseNames, disputeNames, refundNames } from "./narrowed-lists.ts";

/** What a list was narrowed to by the number that opened it, as words that can be taken away. */
export function NarrowedBy({ list }: { readonly list: "refunds" | "disputes" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [search, setSearch] = useSearchParams();
  const without = (...names: readonly string[]) =>
    setSearch(new URLSearchParams([...search].filter(([name]) => !names.includes(name))));
  const cases = new URLSearchParams(
    // The board and the list of disputes have a choice of their own for the network.
    caseNames.flatMap((name) =>
      search.has(name) && !(list === "disputes" && name === "network") ? [[name, search.get(name) ?? ""]] : [],
    ),
  );
  const ofCases = useFilterWords(readQueueAddress(cases, "all"), (change) => without(...Object.keys(change)));
  const days = (first: string, last: string) => {
    const [from, until] = [search.get(first), search.get(last)];
    return from === null || until === null
      ? null
      : t("behind.between", { from: longDayText(from, language, now), until: longDayText(until, language, now) });
  };
  const state = search.get("state");
  const currency = search.get("currency");
  const network = search.get("disputeNetwork");
  const words = [
    { names: ["state"], name: t("behind.state"), value: isRefundState(state) ? t(`refundState.${state}`) : null },
    { names: ["currency"], name: t("behind.currency"), value: currency },
    { names: ["holdsMoney"], name: t("behind.holdsMoney"), value: "" },
    { names: ["settledFrom", "settledUntil"], name: t("behind.settled"), value: days("settledFrom", "settledUntil") },
    {
      names: ["expectedFrom", "expectedUntil"],
      name: t("behind.expected"),
      value: days("expectedFrom", "expectedUntil"),
    },
    { names: ["late"], name: t("behind.late"), value: "" },
    { names: ["disputeNetwork"], name: t("lists.network"), value: network },
    { names: ["openedFrom", "openedUntil"], name: t("behind.opened"), value: days("openedFrom", "openedUntil") },
  ];
  const known: readonly string[] = list === "refunds" ? refundNames : disputeNames;
  const own = words.filter(
    ({ names, value }) => value !== null && names.every((name) => known.includes(name) && search.has(name)),
  );
  const all = [
    ...own.map(({ names, name, value }) => ({
      name,
      value: value === "" ? null : value,
      onRemove: () => without(...names),
    })),
    ...ofCases,
  ];
  return all.length === 0 ? null : <FilterWords words={all} />;
}
