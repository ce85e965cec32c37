import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { Icon } from "../../ui/Icon.tsx";
import { alsoCalled } from "./also-called.ts";
import css from "./palette.module.css";
import type { IsCalled } from "./use-called.ts";

const PaletteActionsQuery = graphql(`
  query PaletteActions($number: String!) {
    case(number: $number) {
      id
      availableActions {
        action
        allowed
        reasons {
          code
          message
        }
      }
    }
  }
`);

/** What can be done with the open case: pressed here it opens its sheet or goes to its place on the page, and what is shut says why. */
export function PaletteActions({
  number,
  isCalled,
  onGo,
}: {
  readonly number: string;
  readonly isCalled: IsCalled;
  readonly onGo: (path: string) => void;
}) {
  const { t } = useTranslation();
  const [{ data }] = useQuery({
    query: PaletteActionsQuery,
    variables: { number },
    requestPolicy: "cache-and-network",
  });
  const offers = (data?.case?.availableActions ?? [])
    // What only others may do is no command of this reader's.
    .filter(({ reasons }) => reasons.every(({ code }) => code !== "NOT_PERMITTED"))
    .map((offer) => ({
      ...{ ...offer, name: t(`caseAction.${offer.action}`) },
      isByName: isCalled((text) => text(`caseAction.${offer.action}`)),
    }))
    .filter(({ action, isByName }) => isByName || isCalled((text) => alsoCalled(action, text)))
    // What is called so comes before what is only looked for by it, or "refu" would decline what is to be refunded.
    .sort(
      (left, right) => Number(right.isByName) - Number(left.isByName) || Number(right.allowed) - Number(left.allowed),
    );
  if (offers.length === 0) return null;
  return (
    <Command.Group heading={t("palette.actions", { number })}>
      {offers.map(({ action, allowed, reasons, name }) => (
        <Command.Item
          key={action}
          value={`action ${action}`}
          data-shut={!allowed}
          // What is shut is gone through like the rest, or nobody without a pointer would learn why; pressed, it stays shut.
          onSelect={() => allowed && onGo(`/cases/${number}?action=${action}`)}
        >
          <Icon name={allowed ? "arrow" : "lock"} />
          <span className={css.name}>{name}</span>
          {!allowed && (
            <span className={css.why}>
              <span className="quiet">{t("palette.shut")}</span> {reasons.map(({ message }) => message).join(" ")}
            </span>
          )}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
