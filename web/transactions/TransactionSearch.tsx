import { type FormEvent, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import css from "./transaction-search.module.css";
import { networks, type TransactionSearchWords } from "./transaction-search.ts";

export function TransactionSearch({
  search,
  onSearch,
}: {
  readonly search: TransactionSearchWords;
  readonly onSearch: (search: TransactionSearchWords) => void;
}) {
  const { t } = useTranslation();
  const ways = useId();

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = (name: string) => String(form.get(name) ?? "").trim();
    onSearch({
      text: typed("text"),
      from: typed("from"),
      until: typed("until"),
      network: typed("network"),
      refundable: typed("refundable"),
    });
  }

  return (
    <search>
      <form className={css.search} onSubmit={submit}>
        <div className={css.text}>
          <Field label={t("transactions.searchLabel")}>
            {(control) => (
              <input
                {...control}
                type="search"
                name="text"
                defaultValue={search.text}
                placeholder={t("transactions.search")}
                aria-describedby={ways}
                maxLength={200}
              />
            )}
          </Field>
        </div>
        <p id={ways} className={css.ways}>
          {t("transactions.searchWays")}
        </p>
        <Field label={t("transactions.from")}>
          {(control) => <input {...control} type="date" name="from" defaultValue={search.from} />}
        </Field>
        <Field label={t("transactions.until")}>
          {(control) => <input {...control} type="date" name="until" defaultValue={search.until} />}
        </Field>
        <Field label={t("transactions.network")}>
          {(control) => (
            <select {...control} name="network" defaultValue={search.network}>
              <option value="">{t("transactions.anyNetwork")}</option>
              {networks.map((network) => (
                <option key={network} value={network}>
                  {t(`cardNetwork.${network}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <label className={css.check}>
          <input type="checkbox" name="refundable" value="yes" defaultChecked={search.refundable === "yes"} />
          {t("transactions.onlyRefundable")}
        </label>
        <Button type="submit">
          <Icon name="search" />
          {t("transactions.find")}
        </Button>
      </form>
    </search>
  );
}
