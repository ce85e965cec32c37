import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { CaseItem, PaletteCaseFragment, PaletteSaleFragment, SaleItem } from "./PaletteHits.tsx";
import css from "./palette.module.css";

const PaletteSearchQuery = graphql(
  `
    query PaletteSearch($text: String!) {
      search(text: $text, first: 12) {
        matchedBy
        matchedText
        case {
          id
          ...PaletteCase_case
        }
        transaction {
          id
          ...PaletteSale_transaction
        }
      }
    }
  `,
  [PaletteCaseFragment, PaletteSaleFragment],
);

/**
 * Cases and payments for what was typed. What is shown stays until there is something newer, so that nothing flickers; until
 * then none of it can be chosen, or Enter would open what was found for an earlier text.
 */
export function PaletteSearch({
  text,
  isTyping,
  onGo,
}: {
  readonly text: string;
  /** Something newer is typed than what is asked here. */
  readonly isTyping: boolean;
  readonly onGo: (path: string) => void;
}) {
  const { t } = useTranslation();
  const [{ data, error, fetching }] = useQuery({
    query: PaletteSearchQuery,
    variables: { text },
    pause: text === "",
    requestPolicy: "network-only",
  });
  const isWaiting = fetching || isTyping;
  const hits = text === "" ? [] : (data?.search ?? []);
  return (
    <>
      <p className="quiet" role="status">
        {!isWaiting && error === undefined && t("palette.hits", { count: hits.length })}
      </p>
      {error !== undefined && (
        <p role="alert" className={css.none}>
          {t("palette.unreached")}
        </p>
      )}
      {!isWaiting && error === undefined && hits.length === 0 && (
        <p className={css.none}>{t("palette.nothing", { text })}</p>
      )}
      {hits.length > 0 && (
        // Drawn anew once it can be chosen, so that the first of it is what Enter takes.
        <Command.Group key={String(isWaiting)} heading={t("palette.found")}>
          {hits.map(({ matchedBy, matchedText, case: found, transaction }) => {
            const how = t(`palette.matched.${matchedBy}`, { text: matchedText });
            // A number or a name stands in the row already.
            const isSaid = matchedBy === "CASE_NUMBER" || matchedBy === "NAME" || matchedBy === "MERCHANT";
            if (found !== null)
              return (
                <CaseItem
                  key={found.id}
                  value={found.id}
                  case={found}
                  found={isSaid ? null : how}
                  isShut={isWaiting}
                  onGo={onGo}
                />
              );
            return (
              transaction !== null && (
                <SaleItem key={transaction.id} transaction={transaction} found={how} isShut={isWaiting} onGo={onGo} />
              )
            );
          })}
        </Command.Group>
      )}
    </>
  );
}
