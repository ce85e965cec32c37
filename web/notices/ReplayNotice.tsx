import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { NoticeState } from "../graphql/words.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import css from "./notice-card.module.css";
import { useNoticeFollowed } from "./use-notice-followed.ts";

const ReplayNoticeMutation = graphql(`
  mutation ReplayNotice($input: ReplayNoticeInput!) {
    replayNotice(input: $input) {
      __typename
      ... on NoticeDone {
        notice {
          id
          state
          nextTryAt
        }
      }
      ... on NoticeRefused {
        message
      }
    }
  }
`);

/** Sends a dead letter again, once its sender has read what goes where, and follows it until it is known what became of it. */
export function ReplayNotice({
  noticeId,
  state,
  isStuck,
  what,
  to,
}: {
  readonly noticeId: string;
  readonly state: NoticeState;
  readonly isStuck: boolean;
  readonly what: string;
  readonly to: string;
}) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [{ fetching, data, error }, replay] = useMutation(ReplayNoticeMutation);
  const isSent = data?.replayNotice.__typename === "NoticeDone";
  useNoticeFollowed(noticeId, isSent && state === "WAITING");
  const refused = data?.replayNotice.__typename === "NoticeRefused" ? data.replayNotice.message : null;
  async function send(): Promise<void> {
    const { data: answered } = await replay({ input: { noticeId } });
    if (answered?.replayNotice.__typename === "NoticeDone") setAsked(false);
  }

  if (!isStuck) return null;
  return (
    <>
      {isAsked ? (
        <fieldset className={css.ask}>
          <legend>{t("notices.sendAgain")}</legend>
          <p>{t("notices.sendAgainHint", { what, to })}</p>
          <Button onClick={() => setAsked(false)}>{t("common.cancel")}</Button>
          <Button look="primary" busy={fetching} autoFocus onClick={() => void send()}>
            {t("notices.sendNow")}
          </Button>
        </fieldset>
      ) : (
        <Button onClick={() => setAsked(true)}>{t("notices.sendAgain")}</Button>
      )}
      <p role="status">{error === undefined ? refused : failureLine(t, failureOf(error))}</p>
    </>
  );
}
