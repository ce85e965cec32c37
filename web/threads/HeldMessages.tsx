import { type FragmentOf, readFragment } from "gql.tada";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { type Failure, failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { MessageThread } from "../graphql/words.ts";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import css from "./held-messages.module.css";

export const HeldMessagesFragment = graphql(`
  fragment HeldMessages_case on Case {
    id
    heldMessages {
      id
      thread
      body
      state
      sendsAt
      reasons {
        message
      }
    }
  }
`);

const TakeBackMessage = graphql(
  `
    mutation takeBackMessage($id: ID!) {
      takeBackMessage(id: $id) {
        __typename
        ... on MessageTakenBack {
          held {
            id
            thread
            body
          }
          case {
            id
            ...HeldMessages_case
          }
        }
        ... on MessageNotHeld {
          message
        }
      }
    }
  `,
  [HeldMessagesFragment],
);

type Missed =
  | { readonly kind: "failed"; readonly failure: Failure }
  | { readonly kind: "tooLate"; readonly message: string };

/** What the viewer has sent and can still take back; the text goes back to where it was written. */
export function HeldMessages({
  case: of,
  onTakenBack,
}: {
  readonly case: FragmentOf<typeof HeldMessagesFragment>;
  readonly onTakenBack: (thread: MessageThread, body: string) => void;
}) {
  const { t } = useTranslation();
  const { heldMessages } = readFragment(HeldMessagesFragment, of);
  const [{ fetching }, takeBack] = useMutation(TakeBackMessage);
  /** Why the last one that should come back has not. */
  const [missed, setMissed] = useState<Missed | null>(null);
  const now = useSeconds(heldMessages.length > 0);

  async function undo(id: string): Promise<void> {
    setMissed(null);
    const { data, error } = await takeBack({ id });
    const answer = data?.takeBackMessage;
    if (answer === undefined) setMissed({ kind: "failed", failure: failureOf(error) });
    else if (answer.__typename === "MessageNotHeld") setMissed({ kind: "tooLate", message: answer.message });
    else onTakenBack(answer.held.thread, answer.held.body);
  }

  return (
    <div className={css.held} aria-live="polite">
      {heldMessages.map(({ id, thread, body, state, sendsAt, reasons }) => {
        const seconds = Math.max(0, Math.ceil((Date.parse(sendsAt) - now) / 1000));
        const text = (
          <>
            <b>{t(`messageThread.${thread}`)}</b> <q>{body}</q>
          </>
        );
        return state === "REFUSED" ? (
          <Notice
            key={id}
            kind="no"
            title={t("threads.notSent")}
            action={<Button onClick={() => void undo(id)}>{t("threads.takeText")}</Button>}
          >
            <p>{text}</p>
            {reasons.map(({ message }) => (
              <p key={message}>{message}</p>
            ))}
          </Notice>
        ) : (
          <p key={id} className={css.message}>
            <span className={css.text}>{text}</span>
            <span className={css.left} aria-hidden="true">
              {seconds > 0 ? t("threads.held", { count: seconds }) : t("threads.going")}
            </span>
            <Button size="small" busy={fetching} onClick={() => void undo(id)}>
              {t("threads.undo")}
            </Button>
          </p>
        );
      })}
      {missed?.kind === "failed" && (
        <Notice kind="unreached" title={t("threads.notTakenBack")}>
          <p>{t("threads.undoUnreached")}</p>
          {missed.failure.kind === "forbidden" && <p>{t("failure.forbiddenLine")}</p>}
          {missed.failure.kind === "broken" && missed.failure.reference !== null && (
            <p>{t("failure.reference", { reference: missed.failure.reference })}</p>
          )}
        </Notice>
      )}
      {missed?.kind === "tooLate" && <p className={css.message}>{missed.message}</p>}
    </div>
  );
}

/** The time by the second, while somebody counts. */
function useSeconds(counts: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(
    function tick() {
      if (!counts) return;
      setNow(Date.now());
      const timer = setInterval(() => setNow(Date.now()), 1000);
      return () => clearInterval(timer);
    },
    [counts],
  );
  return now;
}
