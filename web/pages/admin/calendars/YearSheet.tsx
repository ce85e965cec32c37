import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import {
  emptyLine,
  holidaysOf,
  isBegun,
  type Paper,
  type PaperHoliday,
  type PaperLine,
  paperDraft,
  paperHolidays,
} from "../../../calendars/paper.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { useListText } from "../../../i18n/use-list-text.ts";
import form from "../../../registry/registry.module.css";
import { Button } from "../../../ui/Button.tsx";
import { useDraft } from "../../../ui/drafts/use-draft.ts";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { CalendarAnswer, CalendarAnswerFragment, passOn } from "./CalendarAnswer.tsx";
import { PaperLineFields } from "./PaperLineFields.tsx";
import { YearOutlook } from "./YearOutlook.tsx";

const PublishYear = graphql(
  `
  mutation PublishCalendarYear($input: PublishCalendarYearInput!) {
    answer: publishCalendarYear(input: $input) {
      ...CalendarAnswer_result
    }
  }
`,
  [CalendarAnswerFragment],
);

/** The paper of the next year, copied line by line; what is wrong with it is said as it is filled in. */
export function YearSheet({
  year,
  version,
  onClose,
  onStale,
  onDone,
}: {
  readonly year: number;
  readonly version: number;
  readonly onClose: () => void;
  readonly onStale: () => void;
  readonly onDone: (later: number) => void;
}) {
  const { t } = useTranslation();
  const isChinese = useLanguage() === "zh-CN";
  const listText = useListText();
  const { value: paper, change, clear } = useDraft<Paper>(`calendar.CN.${year}`, paperDraft);
  const [{ data, error, fetching }, publish] = useMutation(PublishYear);
  const told = { calendar: "CN", year, holidays: holidaysOf(paper) } as const;
  const nameOf = ({ name, nameZh }: PaperHoliday) => (isChinese ? nameZh : name);
  const missing = paperHolidays.filter(({ key }) => !isBegun(paper.lines[key] ?? emptyLine));
  const setLine = (key: keyof Paper["lines"], line: PaperLine) =>
    change({ ...paper, lines: { ...paper.lines, [key]: line } });

  async function send(): Promise<void> {
    const result = await publish({ input: { ...told, expectedVersion: version, reason: paper.reason } });
    if (passOn(result.data?.answer, { onStale, onDone })) clear();
  }

  return (
    <Modal label={t("calendars.paper.title", { year })} heading onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <p className={form.small}>{t("calendars.paper.how", { year })}</p>
        {paperHolidays.map((holiday) => (
          <PaperLineFields
            key={holiday.key}
            name={nameOf(holiday)}
            year={year}
            line={paper.lines[holiday.key] ?? emptyLine}
            onChange={(line) => setLine(holiday.key, line)}
          />
        ))}
        <YearOutlook paper={told} />
        {missing.length > 0 && missing.length < paperHolidays.length && (
          <p className={form.small}>{t("calendars.paper.without", { names: listText(missing.map(nameOf)) })}</p>
        )}
        <Field label={t("calendars.reason")} hint={t("calendars.reasonHint")}>
          {(control) => (
            <textarea
              {...control}
              required
              rows={2}
              maxLength={500}
              value={paper.reason}
              onChange={({ target }) => change({ ...paper, reason: target.value })}
            />
          )}
        </Field>
        <CalendarAnswer answer={data?.answer} error={error} onRetry={() => void send()} />
        <div className={form.foot}>
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={fetching}>
            {t("calendars.paper.save", { year })}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
