import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import css from "./notice-card.module.css";

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

/** Sends a dead letter again, once its sender has read what goes where. */
export function ReplayNotice({
  noticeId,
  what,
  to,
}: {
  readonly noticeId: string;
  readonly what: string;
  readonly to: string;
}) {
  const { t } = useTranslation();
  const [isAsked, setAsked] = useState(false);
  const [{ fetching, data, error }, replay] = useMutation(ReplayNoticeMutation);
  const refused = data?.replayNotice.__typename === "NoticeRefused" ? data.replayNotice.message : null;
  return (
    <>
      {isAsked ? (
        <fieldset className={css.ask}>
          <legend>{t("notices.sendAgain")}</legend>
          <p>{t("notices.sendAgainHint", { what, to })}</p>
          <Button onClick={() => setAsked(false)}>{t("common.cancel")}</Button>
          <Button look="primary" busy={fetching} autoFocus onClick={() => void replay({ input: { noticeId } })}>
            {t("notices.sendNow")}
          </Button>
        </fieldset>
      ) : (
        <Button onClick={() => setAsked(true)}>{t("notices.sendAgain")}</Button>
      )}
      <p role="status">{error === undefined ? refused : t("notices.notReached")}</p>
    </>
  );
}
