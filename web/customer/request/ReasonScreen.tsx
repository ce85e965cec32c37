import { type FormEvent, useState } from "react";
import type { CaseReason } from "../../graphql/words.ts";
import { Icon } from "../../ui/Icon.tsx";
import { Headline } from "../parts/Page.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import { Foot } from "./Foot.tsx";
import css from "./form.module.css";
import type { ScreenProps } from "./screen-props.ts";

const reasons = [
  "DUPLICATE_CHARGE",
  "WRONG_AMOUNT",
  "GOODS_NOT_RECEIVED",
  "NOT_AS_DESCRIBED",
  "RETURNED_NOT_REFUNDED",
  "CANCELLED",
  "DEPOSIT_NOT_RELEASED",
  "PAID_BY_OTHER_MEANS",
  "NOT_RECOGNISED",
  "OTHER",
] as const satisfies readonly CaseReason[];

/** What went wrong? Plain reasons as large choices. */
export function ReasonScreen({ draft, change, go }: ScreenProps) {
  const { t } = useReader();
  const [missing, setMissing] = useState(false);
  function next(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    if (draft.reason === null) setMissing(true);
    else go("details");
  }
  return (
    <form className={css.form} noValidate onSubmit={next}>
      <Headline takesFocus>{t.reason.title}</Headline>
      <fieldset>
        <legend className={css.intro}>{t.reason.choose}</legend>
        <div className={css.choices}>
          {reasons.map((reason) => (
            <label key={reason} className={css.choice}>
              <input type="radio" name="reason" checked={draft.reason === reason} onChange={() => change({ reason })} />
              <span>{t.reason.reasons[reason]}</span>
            </label>
          ))}
        </div>
      </fieldset>
      <p className={css.fault} role="alert">
        {missing && draft.reason === null && (
          <>
            <Icon name="late" /> {t.reason.missing}
          </>
        )}
      </p>
      <Foot>
        <TouchButton type="submit" look="filled">
          {t.next}
        </TouchButton>
      </Foot>
    </form>
  );
}
