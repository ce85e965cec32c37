import { TextField } from "../parts/TextField.tsx";
import { useReader } from "../texts/reader.ts";
import type { Draft, DraftInCurrency } from "./draft.ts";

const currencies = ["CNY", "HKD", "USD", "EUR", "GBP", "JPY", "KRW", "SGD", "AUD", "CAD", "THB", "MOP", "TWD"];

interface Props {
  readonly draft: DraftInCurrency;
  readonly change: (change: Partial<Draft>) => void;
  readonly label: string;
  readonly name: "paid" | "amount";
  readonly error: string | null;
  readonly help?: string;
  /** Once the payment is known, so is its currency. */
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
      value={currency ?? draft.currency}
      onChange={(event) => change({ currency: event.target.value })}
    >
      {(currency === undefined ? [...new Set([...currencies, draft.currency])] : [currency]).map((code) => (
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
        before: choose,
        value: draft[name],
        inputMode: "decimal",
        autoComplete: "off",
        maxLength: 20,
      }}
      onChange={type}
    />
  );
}
