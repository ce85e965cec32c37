import { Fragment } from "react";
import { useTranslation } from "react-i18next";
import css from "./key-caps.module.css";
import { capsOf, type Keys } from "./keys.ts";

/** Keys as they stand on the keyboard. */
export function KeyCaps({ keys }: { readonly keys: Keys }) {
  const { t } = useTranslation();
  return (
    <span className={css.caps}>
      {capsOf(keys).map((caps, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: presses have an order and nothing else.
        <Fragment key={at}>
          {at > 0 && <span className={css.then}>{t("shortcuts.andThen")}</span>}
          {caps.map((cap) => (
            <kbd key={cap}>{cap}</kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
