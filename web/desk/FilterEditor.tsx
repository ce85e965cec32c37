import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { deskCurrency } from "../i18n/desk.ts";
import { PickMerchant } from "../pick/PickMerchant.tsx";
import { caseWorkers, PickStaff } from "../pick/PickStaff.tsx";
import { exampleAmount, readAmount } from "../ui/amount.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { type QueueAddress, type WordFilter, wordFilters } from "./queue-address.ts";
import css from "./queue-filters.module.css";
import type { SetFilters } from "./use-filter-words.ts";
import { type Option, wordOptions } from "./word-options.ts";

const otherKinds = ["assignee", "merchant", "amount", "due", "opened"] as const;
type Kind = WordFilter | (typeof otherKinds)[number];
const kinds: readonly Kind[] = ["stage", "state", "reason", ...otherKinds, "origin", "channel", "network", "outcome"];
/** Which merchant and which colleague is a question for whoever sees several. */
const desksOwn: readonly Kind[] = ["assignee", "merchant"];
const isWordFilter = (kind: Kind): kind is WordFilter => wordFilters.some((name) => name === kind);

/** First what to narrow by, then to what. */
export function FilterEditor({
  address,
  onSet,
  isDesk,
}: {
  readonly address: QueueAddress;
  readonly onSet: SetFilters;
  readonly isDesk: boolean;
}) {
  const { t } = useTranslation();
  const [kind, setKind] = useState<Kind>("state");
  const [badAmountIn, setBadAmountIn] = useState<string | null>(null);

  function apply(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const change = changeOf(form, kind);
    setBadAmountIn(change === null ? String(form.get("currency")) : null);
    if (change !== null) onSet(change);
  }

  return (
    <form onSubmit={apply}>
      <Field label={t("queue.filterBy")}>
        {(control) => (
          <select
            {...control}
            // biome-ignore lint/a11y/noAutofocus: it was opened to be used; Escape leads back.
            autoFocus
            value={kind}
            onChange={({ target }) => setKind(kinds.find((known) => known === target.value) ?? kind)}
          >
            {kinds
              .filter((known) => isDesk || !desksOwn.includes(known))
              .map((known) => (
                <option key={known} value={known}>
                  {t(`queue.filterName.${known}`)}
                </option>
              ))}
          </select>
        )}
      </Field>
      {isWordFilter(kind) && (
        <Words
          key={kind}
          name={kind}
          options={wordOptions(t)[kind]}
          chosen={address[kind]}
          legend={t(`queue.filterName.${kind}`)}
        />
      )}
      {(kind === "assignee" || kind === "merchant") && <People key={kind} kind={kind} address={address} />}
      {kind === "amount" && <Amounts address={address} badIn={badAmountIn} />}
      {kind === "due" && <Due due={address.due} />}
      {kind === "opened" && (
        <>
          <Day name="from" label={t("queue.openedFrom")} value={address.from} />
          <Day name="until" label={t("queue.openedUntil")} value={address.until} />
        </>
      )}
      <Button type="submit" look="primary">
        {t("queue.apply")}
      </Button>
    </form>
  );
}

/** What the form sets in the address; null where an amount is none. */
function changeOf(form: FormData, kind: Kind): Parameters<SetFilters>[0] | null {
  const typed = (name: string) => String(form.get(name) ?? "").trim() || null;
  if (isWordFilter(kind)) return { [kind]: form.getAll(kind).join(",") || null };
  switch (kind) {
    case "assignee":
    case "merchant":
      return { [kind]: typed(kind) };
    case "due":
      return { due: typed("by") ?? typed("due") };
    case "opened":
      return { from: typed("from"), until: typed("until") };
    case "amount": {
      const [over, under, currency] = [typed("over"), typed("under"), typed("currency") ?? deskCurrency()];
      const isBad = [over, under].some((amount) => amount !== null && readAmount(amount, currency) === null);
      return isBad ? null : { over, under, currency };
    }
  }
}

function Words({
  name,
  options,
  chosen,
  legend,
}: {
  readonly name: string;
  readonly options: readonly Option[];
  readonly chosen: readonly string[];
  readonly legend: string;
}) {
  return (
    <fieldset className={css.choices}>
      <legend>{legend}</legend>
      {options.map(([value, text]) => (
        <label key={value} className={css.check}>
          <input type="checkbox" name={name} value={value} defaultChecked={chosen.includes(value)} />
          {text}
        </label>
      ))}
    </fieldset>
  );
}

/** What is chosen goes with the form as any other field of it. */
function People({ kind, address }: { readonly kind: "assignee" | "merchant"; readonly address: QueueAddress }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState(kind === "merchant" ? address.merchant : address.assignee.join(",") || null);
  const own = [
    { id: "me,none", name: t("queue.assignee.meOrNone") },
    { id: "me", name: t("queue.assignee.me") },
    { id: "none", name: t("queue.assignee.none") },
  ];
  const picker = { value: chosen, any: t("queue.any"), onChoose: setChosen };
  return (
    <>
      <Field label={t(`queue.filterName.${kind}`)}>
        {(control) =>
          kind === "merchant" ? (
            <PickMerchant control={control} {...picker} />
          ) : (
            <PickStaff control={control} of={caseWorkers} own={own} {...picker} />
          )
        }
      </Field>
      <input type="hidden" name={kind} value={chosen ?? ""} />
    </>
  );
}

interface AmountsProps {
  readonly address: QueueAddress;
  /** The currency in which what was typed is no amount; null where all is well. */
  readonly badIn: string | null;
}

function Amounts({ address, badIn }: AmountsProps) {
  const { t } = useTranslation();
  const { over, under, currency } = address;
  return (
    <>
      <div className={css.amount}>
        <Field
          label={t("queue.filterOver")}
          error={badIn === null ? undefined : t("queue.badAmount", { example: exampleAmount(badIn) })}
        >
          {(control) => <input {...control} name="over" inputMode="decimal" defaultValue={over ?? ""} />}
        </Field>
        <Field label={t("queue.currency")}>
          {(control) => (
            <input
              {...control}
              name="currency"
              defaultValue={currency ?? deskCurrency()}
              maxLength={3}
              pattern="[A-Z]{3}"
              required
            />
          )}
        </Field>
      </div>
      <Field label={t("queue.filterUnder")}>
        {(control) => <input {...control} name="under" inputMode="decimal" defaultValue={under ?? ""} />}
      </Field>
    </>
  );
}

function Due({ due }: { readonly due: string | null }) {
  const { t } = useTranslation();
  const isDay = due !== null && /^\d/.test(due);
  return (
    <>
      <Field label={t("queue.filterName.due")}>
        {(control) => (
          <select {...control} name="due" defaultValue={isDay ? "" : (due ?? "")}>
            <option value="">{t("queue.any")}</option>
            {(["overdue", "today", "week"] as const).map((word) => (
              <option key={word} value={word}>
                {t(`queue.due.${word}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      <Day name="by" label={t("queue.dueBy")} value={isDay ? due : null} />
    </>
  );
}

function Day({ name, label, value }: { readonly name: string; readonly label: string; readonly value: string | null }) {
  return (
    <Field label={label}>
      {(control) => <input {...control} type="date" name={name} defaultValue={value ?? ""} />}
    </Field>
  );
}
