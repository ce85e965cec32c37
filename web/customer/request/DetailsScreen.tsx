import { type FormEvent, useState } from "react";
import { amountText } from "../../ui/amount.ts";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { Headline } from "../parts/Page.tsx";
import { TextField } from "../parts/TextField.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useReader } from "../texts/reader.ts";
import { Foot } from "./Foot.tsx";
import css from "./form.module.css";
import { PaidField } from "./PaidField.tsx";
import { detailsErrors, type FieldErrors, paidOf, stillWrong } from "./request-input.ts";
import type { ScreenProps } from "./screen-props.ts";

/** How much should come back, and what happened in their own words. */
export function DetailsScreen({ draft, change, go }: ScreenProps) {
  const { t } = useReader();
  const [found, setFound] = useState<FieldErrors>({});
  const paid = paidOf(draft);
  const paidText = paid === null ? "" : amountText(paid);
  const errors = stillWrong(found, detailsErrors(draft, t, paidText));
  const part = paid === null || !draft.all;
  function next(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    const wrong = detailsErrors(draft, t, paidText);
    setFound(wrong);
    if (Object.keys(wrong).length === 0) go("contact");
    else focusFirstWrong(event.currentTarget);
  }
  return (
    <form className={css.form} noValidate onSubmit={next}>
      <Headline takesFocus>{t.details.title}</Headline>
      {paid !== null && (
        <fieldset>
          <legend className="quiet">{t.details.title}</legend>
          <div className={css.choices}>
            {[true, false].map((all) => (
              <label key={String(all)} className={css.choice}>
                <input type="radio" name="all" checked={draft.all === all} onChange={() => change({ all })} />
                <span>{all ? t.details.all : t.details.part}</span>
                {all && <b>{paidText}</b>}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      {part && (
        <PaidField
          {...{ draft, change, label: t.details.amount, name: "amount", error: errors.amount ?? null }}
          {...(paid !== null && { currency: paid.currency })}
        />
      )}
      <TextField
        {...{ label: t.details.message, help: t.details.messageHelp, optional: true, rows: 4 }}
        {...{ value: draft.message, error: errors.message ?? null }}
        onChange={(message) => change({ message })}
      />
      <Foot>
        <TouchButton type="submit" look="filled">
          {t.next}
        </TouchButton>
      </Foot>
    </form>
  );
}
