import { type FormEvent, useState } from "react";
import { focusFirstWrong } from "../../ui/focus-first-wrong.ts";
import { type Failed, FailureNote } from "../parts/FailureNote.tsx";
import { Note } from "../parts/Note.tsx";
import { Headline, Page } from "../parts/Page.tsx";
import { TextField } from "../parts/TextField.tsx";
import { TouchButton } from "../parts/TouchButton.tsx";
import { usePlainPage } from "../parts/use-plain-page.ts";
import { useSaid } from "../parts/use-said.ts";
import { SolvingNote } from "../puzzle/SolvingNote.tsx";
import { useSolving } from "../puzzle/use-solving.ts";
import form from "../request/form.module.css";
import { useReader } from "../texts/reader.ts";
import { ResendCaseLinkMutation } from "./lost-operations.ts";

type Outcome =
  | { readonly kind: "sent"; readonly message: string }
  | { readonly kind: "refused"; readonly messages: readonly string[] }
  | Failed;

/** Two things that only its customer knows together; the link goes to the contact of the case, whoever asks. */
export function LostLinkPage() {
  const { t } = useReader();
  usePlainPage(true);
  const { solving, askSolving } = useSolving();
  const [number, setNumber] = useState("");
  const [contact, setContact] = useState("");
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [outcome, setOutcome, saidIn] = useSaid<Outcome | null>(null);
  const [isSent, setSent] = useState(false);
  const missing = (value: string, text: string) => (tried && value.trim() === "" ? text : null);

  async function send(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    setTried(true);
    setOutcome(null);
    if (number.trim() === "" || contact.trim() === "") return focusFirstWrong(event.currentTarget);
    setBusy(true);
    const answer = await askSolving({
      document: ResendCaseLinkMutation,
      variables: (puzzle) => ({ input: { number, contact, puzzle } }),
      puzzleIn: ({ resendCaseLink: given }) => (given.__typename === "RequestRefused" ? (given.puzzle ?? null) : null),
    });
    setBusy(false);
    if (answer.kind !== "answered") return setOutcome(answer);
    const given = answer.data.resendCaseLink;
    if (given.__typename === "LinkResent") {
      setSent(true);
      return setOutcome({ kind: "sent", message: given.message });
    }
    setOutcome({ kind: "refused", messages: given.reasons.map(({ message }) => message) });
  }

  if (isSent) {
    return (
      <Page title={t.lost.title}>
        <Headline takesFocus>{t.lost.sentTitle}</Headline>
        {outcome?.kind === "sent" && <p lang={saidIn}>{outcome.message}</p>}
      </Page>
    );
  }
  return (
    <Page title={t.lost.title}>
      <form className={form.form} noValidate onSubmit={(event) => void send(event)}>
        <Headline>{t.lost.question}</Headline>
        <p className={form.intro}>{t.lost.intro}</p>
        <TextField
          {...{ label: t.lost.number, help: t.lost.numberHelp, value: number, autoComplete: "off", maxLength: 64 }}
          error={missing(number, t.lost.numberMissing)}
          onChange={setNumber}
        />
        <TextField
          {...{ label: t.lost.contact, help: t.lost.contactHelp, value: contact, autoComplete: "on", maxLength: 200 }}
          error={missing(contact, t.lost.contactMissing)}
          onChange={setContact}
        />
        {outcome?.kind === "refused" && (
          <Note tone="problem">
            {outcome.messages.map((message) => (
              <p key={message} lang={saidIn}>
                {message}
              </p>
            ))}
          </Note>
        )}
        {(outcome?.kind === "unreached" || outcome?.kind === "broken") && <FailureNote failure={outcome} />}
        <SolvingNote solving={solving} />
        <div className={form.end}>
          <TouchButton type="submit" look="filled" busy={busy}>
            {busy ? t.working : t.lost.send}
          </TouchButton>
        </div>
      </form>
    </Page>
  );
}
