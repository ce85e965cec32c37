import { dayOf, timeText } from "../../i18n/times.ts";
import { Icon } from "../../ui/Icon.tsx";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { Headline } from "../parts/Page.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { fullDayText } from "../texts/full-day-text.ts";
import { useReader } from "../texts/reader.ts";
import { Foot } from "./Foot.tsx";
import css from "./form.module.css";
import type { ScreenProps } from "./screen-props.ts";

/** The payment that was found, to be compared with the slip in the hand. */
export function ConfirmScreen({ draft: { payment }, change, go }: ScreenProps) {
  const { t, language } = useReader();
  if (payment === null || payment === "UNFOUND") return null;
  const { merchantName, paid, paidAt, cardNetwork, cardLast4, voucherNumber, terminalNumber } = payment;
  const card = t.confirm.cardEnding(t.networks[cardNetwork] ?? t.otherNetwork, cardLast4);
  const facts = [
    [t.confirm.time, `${fullDayText(dayOf(paidAt), language)} ${timeText(paidAt, language)}`],
    [t.confirm.card, card],
    [t.confirm.voucher, voucherNumber],
    [t.confirm.terminal, terminalNumber],
  ] as const;
  return (
    <div className={css.form}>
      <Headline takesFocus>{t.confirm.title}</Headline>
      <p className={css.found}>
        <Icon name="check" />
        {t.confirm.found}
      </p>
      <div className={css.slip}>
        <div className={css.sum}>
          <p>{merchantName[language === "zh-CN" ? "zh" : "en"]}</p>
          <p className={css.amount}>
            <MoneyText amount={paid} look="strong" />
          </p>
        </div>
        <dl className={css.facts}>
          {facts.map(
            ([name, value]) =>
              value !== null && (
                <div key={name}>
                  <dt>{name}</dt>
                  <dd>{value}</dd>
                </div>
              ),
          )}
        </dl>
      </div>
      <Foot>
        <TouchButton look="filled" onClick={() => go("reason")}>
          {t.confirm.yes}
        </TouchButton>
        <TouchButton
          look="quiet"
          onClick={() => {
            change({ payment: null });
            go("slip");
          }}
        >
          {t.confirm.no}
        </TouchButton>
      </Foot>
    </div>
  );
}
