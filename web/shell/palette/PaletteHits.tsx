import { Command } from "cmdk";
import { type FragmentOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { nameIn } from "../../i18n/name-in.ts";
import { useLanguage } from "../../i18n/use-language.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import css from "./palette.module.css";

export const PaletteCaseFragment = graphql(`
  fragment PaletteCase_case on Case {
    id
    number
    state
    outcome
    amount {
      minor
      currency
    }
    customer {
      id
      name
    }
    merchant {
      id
      name
      nameZh
    }
  }
`);

export const PaletteSaleFragment = graphql(`
  fragment PaletteSale_transaction on Transaction {
    id
    voucherNumber
    cardLast4
    captured {
      minor
      currency
    }
    merchant {
      id
      name
      nameZh
    }
  }
`);

/** A case on one line: number, whose, where, how much, and what it was found by. */
export function CaseItem({
  value,
  case: of,
  found,
  isShut = false,
  onGo,
}: {
  readonly value: string;
  readonly case: FragmentOf<typeof PaletteCaseFragment>;
  readonly found: string | null;
  /** Found for what was typed earlier: shown, and not chosen. */
  readonly isShut?: boolean;
  readonly onGo: (path: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { number, state, outcome, amount, customer, merchant } = readFragment(PaletteCaseFragment, of);
  return (
    <Command.Item value={value} disabled={isShut} onSelect={() => onGo(`/cases/${number}`)}>
      <Icon name="folder" />
      <span className={css.name}>
        <span className={css.number}>{number}</span> <b>{customer?.name}</b>{" "}
        <span className={css.quiet}>{nameIn(language, merchant)}</span>
      </span>
      {found !== null && <span className={css.found}>{found}</span>}
      <span className={css.quiet}>{outcome === null ? t(`caseState.${state}`) : t(`caseOutcome.${outcome}`)}</span>
      <MoneyText amount={amount} />
    </Command.Item>
  );
}

export function SaleItem({
  transaction,
  found,
  isShut,
  onGo,
}: {
  readonly transaction: FragmentOf<typeof PaletteSaleFragment>;
  readonly found: string;
  readonly isShut: boolean;
  readonly onGo: (path: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, voucherNumber, cardLast4, captured, merchant } = readFragment(PaletteSaleFragment, transaction);
  return (
    <Command.Item value={id} disabled={isShut} onSelect={() => onGo(`/transactions/${id}`)}>
      <Icon name="card" />
      <span className={css.name}>
        <b>{nameIn(language, merchant)}</b>{" "}
        <span className={css.quiet}>
          {voucherNumber === null
            ? t("palette.card", { last4: cardLast4 })
            : t("palette.sale", { voucher: voucherNumber, last4: cardLast4 })}
        </span>
      </span>
      <span className={css.found}>{found}</span>
      <MoneyText amount={captured} />
    </Command.Item>
  );
}
