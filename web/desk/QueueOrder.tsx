import { useTranslation } from "react-i18next";
import type { CaseOrder } from "../graphql/words.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./queue-order.module.css";

const orders = { TIME_LEFT: 1, NEWEST: 2, AMOUNT: 3 } satisfies Record<CaseOrder, number>;
const isOrder = (value: string): value is CaseOrder => value in orders;

/** Amounts have an order within one currency alone, and time left only where a clock still runs. */
export function QueueOrder({
  order,
  open,
  currency,
  onChange,
}: {
  readonly order: CaseOrder;
  readonly open: boolean;
  readonly currency: string | null;
  readonly onChange: (order: CaseOrder) => void;
}) {
  const { t } = useTranslation();
  const offered = Object.keys(orders)
    .filter(isOrder)
    .filter((value) => value === order || (value === "AMOUNT" ? currency !== null : value === "NEWEST" || open));
  return (
    <label className={css.order}>
      <Icon name="sort" />
      <span className="quiet">{t("queue.orderBy")}</span>
      <select value={order} onChange={({ target }) => isOrder(target.value) && onChange(target.value)}>
        {offered.map((value) => (
          <option key={value} value={value}>
            {t(`queue.order.${value}`)}
          </option>
        ))}
      </select>
    </label>
  );
}
