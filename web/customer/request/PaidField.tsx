import { TextField } from "../parts/TextField.tsx";
import { useReader } from "../texts/reader.ts";
import type { Draft, DraftInCurrency } from "./draft.ts";
import css from "./paid-field.module.css";

const currencies = ["CNY", "HKD", "USD", "EUR", "GBP", "JPY", "KRW", "SGD", "AUD", "CAD", "THB", "MOP", "TWD"];

interface Props {
  readonly draft: DraftInCurrency;
  readonly change: (change: Partial<Draft>) => void;
  readonly label: string;
  readonly name: "paid" | "amount";
  readonly error: string | null;
  readonly help?: string;
  /** Once the payment is known, so is its currency, and there is none to choose. */
  readonly currency?: string;
}

/** An amount with its currency in one frame. */
export function PaidField({ draft, change, label, name, error, help, currency }: Props) {
  const { t } = useReader();
  // Of an amount that is typed nobody changes the currency afterwards: it is the one that stood beside it.
  const type = (typed: string) =>
    change({ [name]: typed, ...(currency === undefined && { currency: draft.currency }) });
  const choose = (
    <select
      aria-label={t.slip.currency}
      value={draft.currency}
      onChange={(event) => change({ currency: event.target.value })}
    >
      {[...new Set([...currencies, draft.currency])].map((code) => (
        <option key={code}>{code}</option>
      ))}
    </select>
  );
  return (
    <TextField
      {...{
        label,
        error,
        ...(help !== undefined && { help }),
        before: currency === undefined ? choose : <span className={css.fixed}>{currency}</span>,
        value: draft[name],
        inputMode: "decimal",
        autoComplete: "off",
        maxLength: 20,
      }}
      onChange={type}
    />
  );
}
