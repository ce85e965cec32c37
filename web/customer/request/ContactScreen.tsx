import { type FormEvent, useState } from "react";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { type Failed, FailureNote } from "../parts/FailureNote.tsx";
import { Headline } from "../parts/Page.tsx";
import { TextField } from "../parts/TextField.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { useSaid } from "../parts/use-said.ts";
import { SolvingNote } from "../puzzle/SolvingNote.tsx";
import { useSolving } from "../puzzle/use-solving.ts";
import { useReader } from "../texts/reader.ts";
import { Foot } from "./Foot.tsx";
import css from "./form.module.css";
import { RefusedNote } from "./RefusedNote.tsx";
import { contactErrors, type FieldErrors, requestInput, stillWrong } from "./request-input.ts";
import { puzzleIn, type RefusedReason, SubmitRequestMutation } from "./request-operations.ts";
import type { ScreenProps } from "./screen-props.ts";
import type { Submitted } from "./submitted.ts";

type Outcome =
  | { readonly kind: "refused"; readonly message: string; readonly reasons: readonly RefusedReason[] }
  | Failed;

/** How do we reach you? From here the request is sent, once, however often the button or the page is pressed again. */
export function ContactScreen({
  draft,
  change,
  go,
  onSubmitted,
}: ScreenProps & { readonly onSubmitted: (submitted: Submitted) => void }) {
  const { t, language } = useReader();
  const { solving, askSolving } = useSolving();
  const [found, setFound] = useState<FieldErrors>({});
  const [outcome, setOutcome, saidIn] = useSaid<Outcome | null>(null);
  const [busy, setBusy] = useState(false);

  const errors = stillWrong(found, contactErrors(draft, t));

  async function submit(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const wrong = contactErrors(draft, t);
    setFound(wrong);
    setOutcome(null);
    if (Object.keys(wrong).length > 0) return focusFirstWrong(event.currentTarget);
    const input = requestInput(draft, language === "en" ? "EN" : "ZH_CN");
    if (input === null) return go(draft.reason === null ? "reason" : "details");
    setBusy(true);
    const answer = await askSolving({
      document: SubmitRequestMutation,
      variables: (puzzle) => ({ input: { ...input, puzzle } }),
      puzzleIn: (data) => puzzleIn(data.submitRequest),
    });
    setBusy(false);
    if (answer.kind !== "answered") return setOutcome(answer);
    const done = answer.data.submitRequest;
    if (done.__typename === "RequestSubmitted") {
      const next = done.trackedCase?.sentence ?? done.message;
      return onSubmitted({
        number: done.number,
        token: done.trackingToken,
        caseId: done.trackedCase?.id ?? null,
        next,
        saidIn: language,
      });
    }
    // What was sent under the key was something else: this is a new request, under a new key.
    if (done.__typename === "KeyReused") {
      change({ key: null });
      go("contact");
      return setOutcome({ kind: "refused", message: done.message, reasons: [] });
    }
    setOutcome({ kind: "refused", message: done.message, reasons: done.reasons });
  }

  return (
    <form className={css.form} noValidate onSubmit={(event) => void submit(event)}>
      <Headline takesFocus>{t.contact.title}</Headline>
      <p className={css.intro}>{t.contact.intro}</p>
      <TextField
        {...{
          label: t.contact.name,
          value: draft.name,
          autoComplete: "name",
          maxLength: 80,
          error: errors.name ?? null,
        }}
        onChange={(name) => change({ name })}
      />
      <TextField
        {...{
          label: t.contact.phone,
          value: draft.phone,
          type: "tel",
          autoComplete: "tel",
          error: errors.phone ?? null,
        }}
        {...{ inputMode: "tel", maxLength: 40 }}
        onChange={(phone) => change({ phone })}
      />
      <TextField
        {...{ label: t.contact.email, value: draft.email, type: "email", autoComplete: "email", inputMode: "email" }}
        onChange={(email) => change({ email })}
      />
      {outcome?.kind === "refused" && <RefusedNote {...outcome} {...{ go, saidIn }} />}
      {(outcome?.kind === "unreached" || outcome?.kind === "broken") && <FailureNote failure={outcome} countsOnce />}
      <SolvingNote solving={solving} />
      <Foot>
        <TouchButton type="submit" look="filled" busy={busy}>
          {busy ? t.working : t.contact.submit}
        </TouchButton>
      </Foot>
    </form>
  );
}
