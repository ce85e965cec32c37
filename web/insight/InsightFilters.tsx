import type { ResultOf } from "gql.tada";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { graphql } from "../graphql/graphql.ts";
import { useWhole } from "../graphql/use-whole.ts";
import type { BucketSize, CardNetwork, CaseReason } from "../graphql/words.ts";
import { PickMerchant } from "../pick/PickMerchant.tsx";
import { Field } from "../ui/Field.tsx";
import { addDays, daysBetween } from "./days.ts";
import css from "./insight.module.css";
import { type InsightAddress, type Narrowing, writeInsightAddress } from "./insight-address.ts";

const InsightChoicesQuery = graphql(`
  query InsightChoices($after: String) {
    policies(first: 100, after: $after) {
      edges {
        node {
          id
          title
          name
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

const versionsOf = ({ policies }: ResultOf<typeof InsightChoicesQuery>) => policies;

const sizes = ["DAY", "WEEK", "MONTH"] as const satisfies readonly BucketSize[];
const quick = [
  { days: 28, by: "DAY" },
  { days: 84, by: "WEEK" },
  { days: 364, by: "MONTH" },
] as const;

/** The period and what the cases are narrowed to. Each choice is an address at once. */
export function InsightFilters({
  address,
  today,
  networks,
  reasons,
  onSet,
}: {
  readonly address: InsightAddress;
  readonly today: string;
  readonly networks: readonly CardNetwork[];
  readonly reasons: readonly CaseReason[];
  readonly onSet: (address: InsightAddress) => void;
}) {
  const { t } = useTranslation();
  const { nodes } = useWhole({ query: InsightChoicesQuery, variables: {}, read: versionsOf });
  const { from, until, by, narrowed } = address;
  const versions = nodes.map((node) => ({
    value: node.id,
    text: t("common.separated", { first: node.title, second: node.name }),
  }));
  const narrow = (name: Narrowing, value: string) => {
    const { [name]: _, ...rest } = narrowed;
    onSet({ ...address, narrowed: value === "" ? rest : { ...rest, [name]: value } });
  };
  const choice = (name: Narrowing, any: string, options: readonly Option[]) => (
    <Choice
      label={t(`insight.${name}`)}
      value={narrowed[name] ?? ""}
      options={[{ value: "", text: any }, ...options]}
      onChange={(value) => narrow(name, value)}
    />
  );
  const length = daysBetween(from, until) + 1;
  return (
    <>
      <nav className={css.quick} aria-label={t("insight.period")}>
        {quick.map(({ days, by: size }) => (
          <Link
            key={days}
            to={`?${writeInsightAddress({ ...address, from: addDays(today, 1 - days), until: today, by: size })}`}
            aria-current={until === today && length === days && by === size ? "page" : undefined}
          >
            {t("insight.last", { count: days })}
          </Link>
        ))}
      </nav>
      <div className={css.filters}>
        <Labelled label={t("insight.from")}>
          <input
            type="date"
            value={from}
            max={until}
            onChange={({ target }) => target.value !== "" && onSet({ ...address, from: target.value })}
          />
        </Labelled>
        <Labelled label={t("insight.until")}>
          <input
            type="date"
            value={until}
            min={from}
            max={today}
            onChange={({ target }) => target.value !== "" && onSet({ ...address, until: target.value })}
          />
        </Labelled>
        <Choice
          label={t("insight.by")}
          value={by}
          options={sizes.map((size) => ({ value: size, text: t(`insight.bucket.${size}`) }))}
          onChange={(value) => onSet({ ...address, by: sizes.find((size) => size === value) ?? by })}
        />
        <Field label={t("insight.merchant")}>
          {(control) => (
            <PickMerchant
              control={control}
              value={narrowed.merchant ?? null}
              any={t("insight.anyMerchant")}
              onChoose={(id) => narrow("merchant", id ?? "")}
            />
          )}
        </Field>
        {choice(
          "network",
          t("insight.anyNetwork"),
          networks.map((value) => ({ value, text: t(`cardNetwork.${value}`) })),
        )}
        {choice(
          "reason",
          t("insight.anyReason"),
          reasons.map((value) => ({ value, text: t(`caseReason.${value}`) })),
        )}
        {choice("version", t("insight.anyVersion"), versions)}
      </div>
    </>
  );
}

interface Option {
  readonly value: string;
  readonly text: string;
}

function Labelled({ label, children }: { readonly label: string; readonly children: ReactNode }) {
  return (
    // biome-ignore lint/a11y/noLabelWithoutControl: the control is the child.
    <label>
      {label}
      {children}
    </label>
  );
}

function Choice({
  label,
  value,
  options,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  return (
    <label>
      {label}
      <select value={value} onChange={({ target }) => onChange(target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
