import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createElement as draw } from "react";
import { localised } from "../../graphql/locale.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { zoneName } from "../../kernel/zone-name.ts";
import { stampIn } from "../../kernel/zoned-time.ts";
import { headed, type Part, paper } from "../../platform/pdf/paper.ts";
import type { Locale } from "../../request-context.ts";
import { machineQuestions, machineText, sampleAnswers } from "../domain/checklist.ts";
import { type QuestionResult, resultsByQuestion } from "../domain/report-results.ts";
import {
  answerWords,
  findingStateWords,
  kindWords,
  reportLabels as label,
  noteLine,
  severityWords,
} from "../domain/report-words.ts";
import { type DecidingKind, decidingText } from "../domain/sampling.ts";
import type { ReportFinding, ReportItem, SampleReport } from "../queries/read-sample-report.ts";

const styles = {
  ...paper,
  ...StyleSheet.create({
    count: { width: 48, textAlign: "right" },
    finding: { marginTop: 6 },
    sign: { flexDirection: "row", gap: 24, marginTop: 36 },
    signLine: { flex: 1, paddingTop: 4, borderTopWidth: 1, borderTopColor: "#465164", borderTopStyle: "solid" },
  }),
};

const atDesk = (at: string | Date) => stampIn(new Date(at), deskTimeZone());

type Say = (text: Bilingual) => string;

/** A sample's review on paper, to be signed and filed. Each page says which sample it is of and where its chain ends. */
export async function drawSampleReport(report: SampleReport, locale: Locale, at: Date): Promise<Buffer> {
  const say: Say = (text) => localised(text, locale);
  const people = report.items.map(({ answers }) => answers);
  const machine = report.items.map((item) => item.machine);
  const asked = machineQuestions.map((code) => ({ code, text: say(machineText[code]) }));
  const page = draw(
    Page,
    { size: "A4", style: styles.page },
    draw(
      View,
      { style: styles.body },
      draw(Text, { style: styles.title }, say(label.title)),
      draw(Text, { style: styles.strong }, report.title),
      draw(Text, { style: styles.quiet }, `${say(label.printed)} ${atDesk(at)} · ${say(zoneName(deskTimeZone()))}`),
      ...headed(
        say(label.population),
        populationLines(report, say).map(([name, value]) => line(name, value)),
      ),
      ...headed(say(label.results), [
        resultTable(say(label.byPeople), resultsByQuestion(report.questions, people), say),
        resultTable(say(label.byMachine), resultsByQuestion(asked, machine), say),
      ]),
      ...headed(say(label.findings), findingParts(report.items, say)),
      ...headed(
        say(label.cases),
        report.items.map((item) => itemPart(item, report, say)),
      ),
      signatures(say),
    ),
    footer(report, say),
  );
  return renderToBuffer(draw(Document, { title: report.title, language: locale }, page));
}

function line(name: string, value: string): Part {
  return draw(
    View,
    { key: name, style: styles.row },
    draw(Text, { style: styles.name }, name),
    draw(Text, { style: styles.value }, value),
  );
}

function populationLines(report: SampleReport, say: Say): readonly (readonly [string, string])[] {
  const { sameSample, chainIntact } = report.proof;
  return [
    [say(label.kind), say(kindWords[report.kind])],
    [say(label.method), report.method],
    [say(label.seed), report.seed],
    [say(label.period), `${report.from} – ${report.to}`],
    [say(label.boundary), atDesk(report.asOf)],
    [say(label.populationSize), String(report.populationSize)],
    [say(label.populationHash), report.populationHash],
    ...report.strata.map((one) => [`· ${one.label}`, `${one.drawn} / ${one.population}`] as const),
    [say(label.drawn), `${report.drawnBy?.name ?? ""} · ${atDesk(report.drawnAt)}`],
    [say(label.sample), `${report.itemCount} / ${report.reviewedCount}`],
    [say(label.proof), say(sameSample && chainIntact ? label.same : label.differs)],
  ];
}

function resultTable(title: string, results: readonly QuestionResult[], say: Say): Part {
  const counts = (texts: readonly string[]) =>
    texts.map((text, index) => draw(Text, { key: index, style: styles.count }, text));
  return draw(
    View,
    { style: styles.finding },
    draw(
      View,
      { style: styles.row },
      draw(Text, { style: [styles.value, styles.strong] }, title),
      ...counts(sampleAnswers.map((answer) => say(answerWords[answer]))),
    ),
    ...results.map(({ text, counts: given }) =>
      draw(
        View,
        { key: text, style: styles.row, wrap: false },
        draw(Text, { style: styles.value }, text),
        ...counts(sampleAnswers.map((answer) => String(given[answer]))),
      ),
    ),
  );
}

function findingParts(items: readonly ReportItem[], say: Say): readonly Part[] {
  const found = items.flatMap(({ caseNumber, findings }) => findings.map((finding) => ({ caseNumber, finding })));
  if (found.length === 0) return [draw(Text, { key: "none", style: styles.quiet }, say(label.none))];
  return found.map(({ caseNumber, finding }, index) => findingPart(caseNumber, finding, index, say));
}

function findingPart(caseNumber: string, finding: ReportFinding, index: number, say: Say): Part {
  const state = findingStateWords[finding.overdue ? "OVERDUE" : finding.state];
  const head = `${index + 1}. ${say(severityWords[finding.severity])} · ${caseNumber} · ${say(state)}`;
  const verified = finding.verifiedBy?.name;
  return draw(
    View,
    { key: `${caseNumber} ${index}`, style: styles.finding },
    draw(Text, { style: styles.strong, minPresenceAhead: 80 }, head),
    draw(Text, null, finding.what),
    draw(Text, { style: styles.quiet }, finding.severityMeans),
    line(say(label.cause), finding.cause),
    line(say(label.correction), finding.correction),
    line(say(label.owner), `${finding.owner?.name ?? ""} · ${finding.dueOn}`),
    verified === undefined ? null : line(say(label.verified), verified),
  );
}

function itemPart(item: ReportItem, { questions }: SampleReport, say: Say): Part {
  const decided = say(decidingText[item.decidedKind as DecidingKind]);
  const reviewed =
    item.reviewedAt === null ? say(label.unreviewed) : `${item.reviewedBy?.name ?? ""} · ${atDesk(item.reviewedAt)}`;
  const notes = item.answers.flatMap(({ question, answer, note }) => {
    const asked = questions.find(({ code }) => code === question);
    return note === null ? [] : [say(noteLine(asked?.text ?? question, say(answerWords[answer]), note))];
  });
  return draw(
    View,
    { key: item.position, style: styles.row },
    draw(Text, { style: styles.name }, `${item.position}  ${item.caseNumber}`),
    draw(
      View,
      { style: styles.value },
      draw(Text, null, `${decided} · ${atDesk(item.decidedAt)}`),
      draw(Text, { style: styles.quiet }, reviewed),
      ...notes.map((note) => draw(Text, { key: note }, note)),
    ),
  );
}

function signatures(say: Say): Part {
  const lines = [label.reviewer, label.head].map((who) =>
    draw(Text, { key: who.en, style: styles.signLine }, `${say(who)} · ${say(label.date)}`),
  );
  const below = [draw(View, { key: "lines", style: styles.sign }, ...lines)];
  return draw(View, { wrap: false }, ...headed(say(label.signatures), below));
}

function footer({ title, chainHead, eventCount }: SampleReport, say: Say): Part {
  return draw(
    View,
    { style: styles.foot, fixed: true },
    draw(Text, null, `${say(label.chain)} #${eventCount} ${chainHead}`),
    draw(
      View,
      { style: styles.footLine },
      draw(Text, null, title),
      draw(Text, {
        render: ({ pageNumber, totalPages }: { pageNumber: number; totalPages: number }) =>
          `${pageNumber} / ${totalPages}`,
      }),
    ),
  );
}
