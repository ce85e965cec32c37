import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";

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

/** Sends a dead letter again. */
export function ReplayNotice({ noticeId }: { readonly noticeId: string }) {
  const { t } = useTranslation();
  const [{ fetching, data, error }, replay] = useMutation(ReplayNoticeMutation);
  const refused = data?.replayNotice.__typename === "NoticeRefused" ? data.replayNotice.message : null;
  return (
    <>
      <Button busy={fetching} onClick={() => void replay({ input: { noticeId } })}>
        {t("notices.sendAgain")}
      </Button>
      <p role="status">{error === undefined ? refused : t("notices.notReached")}</p>
    </>
  );
}
