import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { Segments } from "../ui/Segments.tsx";
import css from "./note-exception.module.css";

const NoteExceptionMutation = graphql(`
  mutation NoteException($input: NoteExceptionInput!) {
    noteException(input: $input) {
      __typename
      ... on ExceptionNoted {
        exception {
          id
          standing
          notes
          note
          notedAt
          notedBy {
            id
            name
          }
        }
      }
      ... on ExceptionRefused {
        message
      }
    }
  }
`);

const dispositions = ["ACKNOWLEDGED", "TO_FOLLOW_UP"] as const;

/** What compliance says of one exception; added to what was said before. What was typed stays until it is kept. */
export function NoteException({ exceptionId, notes }: { readonly exceptionId: string; readonly notes: number }) {
  const { t } = useTranslation();
  const [disposition, setDisposition] = useState<(typeof dispositions)[number]>("ACKNOWLEDGED");
  const [note, setNote] = useState("");
  const [{ fetching, data, error }, write] = useMutation(NoteExceptionMutation);
  const result = data?.noteException;
  const refused = result?.__typename === "ExceptionRefused" ? result.message : null;

  async function keep(event: FormEvent): Promise<void> {
    event.preventDefault();
    const answer = await write({ input: { exceptionId, expectedNotes: notes, disposition, note } });
    if (answer.data?.noteException?.__typename === "ExceptionNoted") setNote("");
  }

  return (
    <form className={css.form} onSubmit={(event) => void keep(event)}>
      <Segments
        legend={t("audit.exceptions.standing")}
        value={disposition}
        onChange={setDisposition}
        options={dispositions.map((value) => ({ value, label: t(`audit.exceptions.standings.${value}`) }))}
      />
      <Field label={t("audit.exceptions.note")}>
        {(control) => (
          <textarea
            {...control}
            required
            maxLength={1000}
            value={note}
            onChange={({ target }) => setNote(target.value)}
          />
        )}
      </Field>
      <Button type="submit" busy={fetching}>
        {t("audit.exceptions.keep")}
      </Button>
      <p role="status">{error === undefined ? refused : failureLine(t, failureOf(error))}</p>
    </form>
  );
}
