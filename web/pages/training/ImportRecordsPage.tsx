import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { FailureView } from "../../shell/FailureView.tsx";
import { FileDrop } from "../../training/FileDrop.tsx";
import { OutsideRows, OutsideRowsFragment } from "../../training/OutsideRows.tsx";
import { readTextFile } from "../../training/read-text-file.ts";
import { Button } from "../../ui/Button.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Skeleton } from "../../ui/Skeleton.tsx";
import { saveTextFile } from "../../ui/save-text-file.ts";
import { useFinger } from "../../ui/use-media.ts";
import { TrainingTabs } from "./TrainingTabs.tsx";
import css from "./training-page.module.css";

const OutsideFile = graphql(
  `
    fragment OutsideFile on OutsideRecordFileResult @_unmask {
      __typename
      ... on OutsideRecordFile {
        added
        same
        bad
        badRows
        ...OutsideRows_file
      }
      ... on Problem {
        message
      }
    }
  `,
  [OutsideRowsFragment],
);

const OutsideRecordsPreviewQuery = graphql(
  `
    query OutsideRecordsPreview($input: OutsideRecordFileInput!) {
      outsideRecordsPreview(input: $input) {
        ...OutsideFile
      }
    }
  `,
  [OutsideFile],
);

const ImportOutsideRecordsMutation = graphql(
  `
    mutation importOutsideRecords($input: OutsideRecordFileInput!) {
      importOutsideRecords(input: $input) {
        ...OutsideFile
      }
    }
  `,
  [OutsideFile],
);

interface Chosen {
  readonly fileName: string;
  readonly content: string;
}

/** As much as one request carries. */
const MOST_BYTES = 200_000;

/** What people passed elsewhere, by file: every row looked at first, then the good ones recorded and the bad ones handed back. */
export function ImportRecordsPage() {
  const { t } = useTranslation();
  const isFinger = useFinger();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [isTooLarge, setIsTooLarge] = useState(false);
  const [taken, take] = useMutation(ImportOutsideRecordsMutation);
  const [takenFile, setTakenFile] = useState<Chosen | null>(null);
  const [look, again] = useAnswer({
    query: OutsideRecordsPreviewQuery,
    variables: { input: chosen ?? { fileName: "", content: "" } },
    pause: chosen === null,
    requestPolicy: "network-only",
  });
  const done = takenFile === chosen && chosen !== null ? taken.data?.importOutsideRecords : undefined;
  const seen = chosen === null ? undefined : (done ?? look.data?.outsideRecordsPreview ?? undefined);
  const file = seen?.__typename === "OutsideRecordFile" ? seen : null;
  const failed = look.error ?? (takenFile === chosen ? taken.error : undefined);

  async function choose(from: File): Promise<void> {
    setIsTooLarge(from.size > MOST_BYTES);
    setChosen(from.size > MOST_BYTES ? null : { fileName: from.name, content: await readTextFile(from) });
  }

  async function record(from: Chosen): Promise<void> {
    setTakenFile(from);
    await take({ input: from });
  }

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("training.outside.title") })}</title>
      <TrainingTabs />
      <div className={css.body}>
        <h2>{t("training.outside.title")}</h2>
        <p className={css.lead}>{t("training.outside.lead")}</p>
        <FileDrop
          label={t(`training.outside.${chosen !== null ? "another" : isFinger ? "chooseByFinger" : "choose"}`)}
          hint={t("training.outside.hint")}
          onFile={(from) => void choose(from)}
        />
        {isTooLarge && <Notice kind="no" title={t("training.outside.tooLarge")} />}
        {failed !== undefined && chosen !== null && (
          <FailureView
            failure={failureOf(failed)}
            isWrite={look.error === undefined}
            onRetry={() => (look.error === undefined ? void record(chosen) : again({ requestPolicy: "network-only" }))}
          />
        )}
        {chosen !== null && seen === undefined && failed === undefined && (
          <Skeleton rows={4} label={t("common.loading")} />
        )}
        {seen !== undefined && "message" in seen && <Notice kind="no" title={seen.message} />}
        {file !== null && chosen !== null && (
          <>
            {done === undefined ? (
              <p role="status">
                <b>{chosen.fileName}</b>{" "}
                {t("training.outside.wouldBe", { added: file.added, same: file.same, bad: file.bad })}
              </p>
            ) : (
              <Notice
                kind="done"
                title={t("training.outside.done", { added: file.added, same: file.same, bad: file.bad })}
              />
            )}
            <div className={css.filters}>
              {done === undefined && (
                <Button
                  look="primary"
                  busy={taken.fetching || look.stale}
                  disabled={file.added === 0}
                  onClick={() => void record(chosen)}
                >
                  {t("training.outside.take", { count: file.added })}
                </Button>
              )}
              {file.badRows !== null && (
                <Button onClick={() => saveTextFile(t("training.outside.badFile"), file.badRows ?? "")}>
                  {t("training.outside.badRows", { count: file.bad })}
                </Button>
              )}
            </div>
            {done === undefined && file.added === 0 && <p className={css.lead}>{t("training.outside.nothingNew")}</p>}
            <OutsideRows file={file} isDone={done !== undefined} />
          </>
        )}
      </div>
    </div>
  );
}
