import { dayOf, plainDayText } from "../../i18n/times.ts";
import { MoneyText } from "../../ui/MoneyText.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./money-stops.module.css";
import type { Tracked, TrackedStop } from "./track-operations.ts";

/** Where the money is, as a line of stops: what goes or went back, else what is asked. */
export function MoneyStops({ tracked: { stops, amount, refund } }: { readonly tracked: Tracked }) {
  const { t } = useReader();
  return (
    <section className={css.box} aria-labelledby="money">
      <h2 id="money" className={css.head}>
        {t.track.money}
        <MoneyText amount={refund ?? amount} look="strong" />
      </h2>
      <ol className={css.stops}>
        {stops.map((stop) => (
          <Stop key={stop.stop} {...stop} />
        ))}
      </ol>
    </section>
  );
}

function Stop({ state, title, note, at, expectedOn }: TrackedStop) {
  const { t, language } = useReader();
  const dayText = (day: string) => plainDayText(day, language, new Date());
  const said = { DONE: t.track.passed, HERE: t.track.here, LATER: null, OFF: t.track.off }[state];
  return (
    <li className={css[state]} aria-current={state === "HERE" ? "step" : undefined}>
      <span className={css.mark} aria-hidden="true" />
      <div>
        <p className={css.title}>{title}</p>
        {said !== null && <span className="quiet">({said})</span>}
        {note !== null && <p className={css.note}>{note}</p>}
      </div>
      <span className={css.time}>
        {at !== null && <time dateTime={at}>{dayText(dayOf(at))}</time>}
        {at === null && expectedOn !== null && t.track.by(dayText(expectedOn))}
      </span>
    </li>
  );
}
