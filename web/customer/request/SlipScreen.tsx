import { type FormEvent, useRef, useState } from "react";
import type { Language } from "../../i18n/language.ts";
import { dayOf } from "../../i18n/times.ts";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { type Failed, FailureNote } from "../parts/FailureNote.tsx";
import { Note } from "../parts/Note.tsx";
import { Headline } from "../parts/Page.tsx";
import { TextField } from "../parts/TextField.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useSaid } from "../parts/use-said.ts";
import { SolvingNote } from "../puzzle/SolvingNote.tsx";
import { useSolving } from "../puzzle/use-solving.ts";
import { useReader } from "../texts/reader.ts";
import type { DraftInCurrency } from "./draft.ts";
import { Foot } from "./Foot.tsx";
import css from "./form.module.css";
import { NumberField } from "./NumberField.tsx";
import { PaidField } from "./PaidField.tsx";
import { type FieldErrors, merchantErrors, slipErrors, slipInput, stillWrong } from "./request-input.ts";
import { FindPaymentQuery, puzzleIn } from "./request-operations.ts";
import type { ScreenProps } from "./screen-props.ts";

type Outcome = { readonly kind: "refused" | "unfound"; readonly messages: readonly string[] } | Failed | null;

/** What did you pay? What the slip says finds the payment; where it does not, the merchant's number lets somebody look. */
export function SlipScreen({
  draft,
  change,
  go,
  takesFocus,
}: ScreenProps & {
  /** Not when the page begins with it: then nothing has the focus that could be lost. */
  readonly takesFocus: boolean;
}) {
  const { t } = useReader();
  const { solving, askSolving } = useSolving();
  const [wrong, setWrong] = useState<FieldErrors>({});
  const [outcome, setOutcome, saidIn] = useSaid<Outcome>(null);
  const [notFound, setNotFound] = useState(false);
  const [busy, setBusy] = useState(false);
  const unfound = notFound || draft.payment === "UNFOUND";

  const errors = stillWrong(wrong, { ...slipErrors(draft, t), ...merchantErrors(draft, t) });

  // Of the last press of a key, for an answer that comes while somebody types on.
  const typed = useRef(draft);
  typed.current = draft;
  const slipOf = (of: DraftInCurrency) => slipInput({ ...of, payment: null });
  async function find(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const now = slipErrors(draft, t);
    setWrong(now);
    setOutcome(null);
    setNotFound(false);
    if (Object.keys(now).length > 0) return focusFirstWrong(form);
    setBusy(true);
    const slip = slipOf(draft);
    const answer = await askSolving({
      document: FindPaymentQuery,
      variables: (puzzle) => ({ slip, puzzle }),
      puzzleIn: (data) => puzzleIn(data.findPayment),
    });
    setBusy(false);
    // It answers another slip than the one that stands there now.
    if (JSON.stringify(slip) !== JSON.stringify(slipOf(typed.current))) return;
    if (answer.kind !== "answered") return setOutcome(answer);
    const found = answer.data.findPayment;
    if (found.__typename === "PaymentFound") {
      change({ payment: found });
      return go("confirm");
    }
    change({ payment: null });
    if (found.__typename === "PaymentNotFound") {
      setNotFound(true);
      return setOutcome({ kind: "unfound", messages: [found.message] });
    }
    setOutcome({ kind: "refused", messages: found.reasons.map(({ message }) => message) });
  }

  const whole = useRef<HTMLFormElement>(null);
  function goOnUnfound(): void {
    const now = merchantErrors(draft, t);
    setWrong(now);
    if (Object.keys(now).length === 0) {
      change({ payment: "UNFOUND" });
      go("reason");
    } else if (whole.current !== null) focusFirstWrong(whole.current);
  }

  return (
    <form ref={whole} className={css.form} noValidate onSubmit={(event) => void find(event)}>
      <Headline takesFocus={takesFocus}>{t.slip.title}</Headline>
      <p className={css.intro}>{t.slip.intro}</p>
      <NumberField {...{ draft, change, error: errors.number ?? null }} />
      <TextField
        {...{ label: t.slip.last4, help: t.slip.last4Help, value: draft.last4, error: errors.last4 ?? null }}
        {...{ inputMode: "numeric", autoComplete: "off", maxLength: 4 }}
        onChange={(last4) => change({ last4 })}
      />
      <PaidField
        {...{ draft, change, error: errors.paid ?? null, label: t.slip.paid, help: t.slip.paidHelp, name: "paid" }}
      />
      <TextField
        {...{ label: t.slip.day, value: draft.paidOn, type: "date", max: dayOf(new Date()) }}
        onChange={(paidOn) => change({ paidOn })}
      />
      {outcome?.kind === "refused" && <Note tone="problem">{lines(outcome.messages, saidIn)}</Note>}
      {(outcome?.kind === "unreached" || outcome?.kind === "broken") && <FailureNote failure={outcome} />}
      {unfound && (
        <Note tone="problem" title={t.slip.notFoundTitle}>
          {outcome?.kind === "unfound" && lines(outcome.messages, saidIn)}
        </Note>
      )}
      {unfound && (
        <TextField
          {...{ label: t.slip.merchantNumber, help: t.slip.merchantHelp, value: draft.merchantNumber }}
          {...{ inputMode: "numeric", autoComplete: "off", maxLength: 30, error: errors.merchantNumber ?? null }}
          onChange={(merchantNumber) => change({ merchantNumber })}
        />
      )}
      <SolvingNote solving={solving} />
      <Foot>
        <TouchButton type="submit" look="filled" busy={busy}>
          {busy ? t.working : t.slip.find}
        </TouchButton>
        {unfound && <TouchButton onClick={goOnUnfound}>{t.slip.goOn}</TouchButton>}
        <a className={css.lost} href="/r/lost">
          {t.slip.askedBefore}
        </a>
      </Foot>
    </form>
  );
}

const lines = (messages: readonly string[], saidIn: Language) =>
  messages.map((message) => (
    <p key={message} lang={saidIn}>
      {message}
    </p>
  ));
