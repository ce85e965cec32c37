import { useTranslation } from "react-i18next";
import type { CaseOrder } from "../graphql/words.ts";
import { Icon } from "../ui/Icon.tsx";
import css from "./queue-order.module.css";

const orders = { TIME_LEFT: 1, NEWEST: 2, AMOUNT: 3 } satisfies Record<CaseOrder, number>;
const isOrder = (value: string): value is CaseOrder => value in orders;

export function QueueOrder({
  order,
  onChange,
}: {
  readonly order: CaseOrder;
  readonly onChange: (order: CaseOrder) => void;
}) {
  const { t } = useTranslation();
  return (
    <label className={css.order}>
      <Icon name="sort" />
      <span className="quiet">{t("queue.orderBy")}</span>
      <select value={order} onChange={({ target }) => isOrder(target.value) && onChange(target.value)}>
        {Object.keys(orders)
          .filter(isOrder)
          .map((value) => (
            <option key={value} value={value}>
              {t(`queue.order.${value}`)}
            </option>
          ))}
      </select>
    </label>
  );
}
