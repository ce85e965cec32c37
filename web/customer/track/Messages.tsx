import { momentText } from "../../i18n/times.ts";
import { wholeAmounts } from "../../ui/whole-amounts.ts";
import { useReader } from "../texts/reader.ts";
import css from "./messages.module.css";
import type { Tracked } from "./track-operations.ts";

/** What its customer and the desk wrote to each other, the newest at the bottom. */
export function Messages({ messages }: { readonly messages: Tracked["messages"] }) {
  const { t, language, desk } = useReader();
  if (messages.length === 0) return null;
  return (
    <section className={css.messages} aria-labelledby="messages">
      <h2 id="messages">{t.track.messages}</h2>
      <ol aria-live="polite">
        {messages.map(({ id, byCustomer, body, at }) => (
          <li key={id} className={byCustomer ? css.mine : css.theirs}>
            <p className={css.who}>
              <b>{byCustomer ? t.track.you : (desk?.name ?? t.track.desk)}</b>
              <time dateTime={at}>{momentText(at, language, new Date())}</time>
            </p>
            <p className={css.body}>{wholeAmounts(body)}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
