import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import css from "../../../calendars/calendars.module.css";
import { useDayTitle } from "../../../calendars/YearGrid.tsx";
import type { GridDay } from "../../../calendars/year-grid.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import form from "../../../registry/registry.module.css";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Segments } from "../../../ui/Segments.tsx";
import { CalendarAnswer, CalendarAnswerFragment, passOn } from "./CalendarAnswer.tsx";
import { CorrectionOutlook } from "./CorrectionOutlook.tsx";

const CorrectDay = graphql(
  `
  mutation CorrectCalendarDay($input: CorrectCalendarDayInput!) {
    answer: correctCalendarDay(input: $input) {
      ...CalendarAnswer_result
    }
  }
`,
  [CalendarAnswerFragment],
);
const WithdrawDay = graphql(
  `
  mutation WithdrawCalendarDay($input: WithdrawCalendarDayInput!) {
    answer: withdrawCalendarDay(input: $input) {
      ...CalendarAnswer_result
    }
  }
`,
  [CalendarAnswerFragment],
);

/** One day: what it is, what it should be, and what that would move. A corrected day can go back to its source, or its year's paper. */
export function DaySheet({
  day,
  version,
  onClose,
  onStale,
  onDone,
}: {
  readonly day: GridDay;
  readonly version: number;
  readonly onClose: () => void;
  readonly onStale: () => void;
  readonly onDone: (later: number) => void;
}) {
  const { t } = useTranslation();
  const title = useDayTitle(day);
  const language = useLanguage();
  const isCorrected = day.special?.corrected === true;
  const paper = day.special?.paper;
  const wasWorking = day.kind === "WORKDAY" || day.kind === "MAKE_UP_WORKDAY";
  const [working, setWorking] = useState(isCorrected ? wasWorking : !wasWorking);
  const [name, setName] = useState(day.special?.name ?? "");
  const [nameZh, setNameZh] = useState(day.special?.nameZh ?? "");
  const [reason, setReason] = useState("");
  const [corrected, correct] = useMutation(CorrectDay);
  const [withdrawn, withdraw] = useMutation(WithdrawDay);
  const last = withdrawn.stale || withdrawn.data !== undefined || withdrawn.error !== undefined ? withdrawn : corrected;
  const told = { calendar: "CN", day: day.day, expectedVersion: version, reason } as const;

  async function send(way: "correct" | "withdraw"): Promise<void> {
    const result =
      way === "correct"
        ? await correct({ input: { ...told, working, name, nameZh } })
        : await withdraw({ input: told });
    passOn(result.data?.answer, { onStale, onDone });
  }

  const busy = corrected.fetching || withdrawn.fetching;
  return (
    <Modal label={title} heading onClose={onClose}>
      <form
        className={form.form}
        onSubmit={(event) => {
          event.preventDefault();
          void send("correct");
        }}
      >
        {paper != null && (
          <p className={css.note}>
            {t("calendars.paperSays", {
              is: t(paper.working ? "calendars.working" : "calendars.off"),
              name: language === "zh-CN" ? paper.nameZh : paper.name,
            })}
          </p>
        )}
        <p aria-hidden="true">{t("calendars.shouldBe")}</p>
        <Segments
          legend={t("calendars.shouldBe")}
          value={working ? "working" : "off"}
          options={[
            { value: "off", label: t("calendars.off") },
            { value: "working", label: t("calendars.working") },
          ]}
          onChange={(value) => setWorking(value === "working")}
        />
        <CorrectionOutlook day={day.day} working={working} />
        <Field label={t("calendars.nameZh")}>
          {(control) => (
            <input
              {...control}
              required
              lang="zh-CN"
              maxLength={60}
              value={nameZh}
              onChange={({ target }) => setNameZh(target.value)}
            />
          )}
        </Field>
        <Field label={t("calendars.name")}>
          {(control) => (
            <input
              {...control}
              required
              lang="en"
              maxLength={60}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Field>
        <Field label={t("calendars.reason")} hint={t("calendars.reasonHint")}>
          {(control) => (
            <textarea
              {...control}
              required
              rows={2}
              maxLength={500}
              value={reason}
              onChange={({ target }) => setReason(target.value)}
            />
          )}
        </Field>
        <CalendarAnswer answer={last.data?.answer} error={last.error} onRetry={() => void send("correct")} />
        {isCorrected && <p className={css.note}>{t("calendars.withdrawHint")}</p>}
        <div className={form.foot}>
          {isCorrected && (
            <Button busy={busy} onClick={() => void send("withdraw")}>
              {t("calendars.withdraw")}
            </Button>
          )}
          <Button onClick={onClose}>{t("common.cancel")}</Button>
          <Button type="submit" look="primary" busy={busy}>
            {t("calendars.save")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
