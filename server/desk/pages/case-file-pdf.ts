import { Document, Page, renderToBuffer, StyleSheet, Text, View } from "@react-pdf/renderer";
import { createElement as draw } from "react";
import { localised } from "../../graphql/locale.ts";
import { deskTimeZone } from "../../kernel/desk-day.ts";
import { zoneName } from "../../kernel/zone-name.ts";
import { stampIn } from "../../kernel/zoned-time.ts";
import { headed, type Part, paper } from "../../platform/pdf/paper.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { Locale } from "../../request-context.ts";
import type { DeskSettings } from "../../settings/domain/desk-settings.ts";
import { caseFileLabels as label, caseFileWords as words } from "../domain/case-file-words.ts";
import type { CaseFile, FileEvent } from "../queries/read-case-file.ts";

const styles = {
  ...paper,
  ...StyleSheet.create({
    said: { marginTop: 2, paddingLeft: 8, borderLeftWidth: 2, borderLeftColor: "#c4ccd8", borderLeftStyle: "solid" },
    hash: { fontSize: 8, color: "#465164" },
  }),
};

const atDesk = (at: string | Date) => stampIn(new Date(at), deskTimeZone());

/** Whose paper it is, and when it was printed. */
interface Printing {
  readonly desk: DeskSettings;
  readonly at: Date;
}

/** A line of two columns; one without a value is left out. */
type Line = readonly [name: string, value: string | null | undefined, more?: string | null];

/** A whole case on paper. Each page says which case it is of, where its chain of events ends, and which page of how many it is. */
export async function drawCaseFile(file: CaseFile, locale: Locale, { desk, at }: Printing): Promise<Buffer> {
  const say = (text: BilingualText) => localised(text, locale);
  const title = `${say(label.title)} ${file.number}`;
  const page = draw(
    Page,
    { size: "A4", style: styles.page },
    draw(
      View,
      { style: styles.body },
      draw(Text, { style: styles.title }, title),
      draw(Text, { style: styles.strong }, deskLine(desk, say)),
      draw(Text, { style: styles.quiet }, `${say(label.printed)} ${atDesk(at)} · ${say(zoneName(deskTimeZone()))}`),
      draw(Text, { style: styles.quiet }, say(label.hidden)),
      ...section(say(label.facts), factLines(file, say, locale)),
      ...section(say(label.money), moneyLines(file, say)),
      ...decisionPart(file, say),
      ...section(say(label.checks), checkLines(file, say)),
      ...section(say(label.clocks), clockLines(file, say)),
      ...headed(
        say(label.story),
        file.events.map((event) => eventPart(event, file, say)),
      ),
      ...evidencePart(file, say),
    ),
    footer(file, title, say),
  );
  return renderToBuffer(draw(Document, { title, language: locale }, page));
}

type Say = (text: BilingualText) => string;

/** Who keeps the case, and how they are reached. */
function deskLine({ nameZh, nameEn, phone, email }: DeskSettings, say: Say): string {
  return [say({ zh: nameZh, en: nameEn }), phone, email].filter((part) => part !== null).join(" · ");
}

function section(title: string, lines: readonly Line[]): readonly Part[] {
  const shown = lines.filter(([, value]) => value != null);
  return shown.length === 0 ? [] : headed(title, shown.map(lineOf));
}

function lineOf([name, value, more]: Line): Part {
  const words = [
    draw(Text, { key: "value" }, value),
    more == null ? null : draw(Text, { key: "more", style: styles.quiet }, more),
  ];
  return draw(
    View,
    { style: styles.row },
    draw(Text, { style: styles.name }, name),
    draw(View, { style: styles.value }, ...words),
  );
}

function factLines({ transaction, customer, merchant, ...file }: CaseFile, say: Say, locale: Locale): readonly Line[] {
  return [
    [say(label.state), say(words.caseState[file.state])],
    [say(label.reason), say(words.caseReason[file.reason])],
    [say(label.shop), (locale === "zh-CN" ? merchant.nameZh : null) ?? merchant.name],
    [say(label.customer), customer?.name],
    [say(label.contact), [customer?.phone, customer?.email].filter((way) => way != null).join(" · ") || null],
    [say(label.assignee), file.assignee?.name],
    [say(label.opened), atDesk(file.openedAt)],
    [say(label.closed), file.closedAt === null ? null : atDesk(file.closedAt)],
    [say(label.payment), transaction === null ? null : atDesk(transaction.processedAt)],
    [say(label.card), transaction?.cardLast4],
    [say(label.voucher), transaction?.voucherNumber],
    [say(label.retrieval), transaction?.retrievalReference],
  ];
}

function moneyLines({ amount, refundable, transaction, refunds }: CaseFile, say: Say): readonly Line[] {
  return [
    [say(label.claimed), amount.formatted],
    [say(label.captured), transaction?.captured.formatted],
    [say(label.refunded), transaction?.refunded.formatted],
    [say(label.inFlight), transaction?.inFlight.formatted],
    [say(label.chargedBack), transaction?.chargedBack.formatted],
    [say(label.paidTwice), transaction?.paidTwice.minor === "0" ? null : transaction?.paidTwice.formatted],
    [say(label.refundable), refundable?.formatted],
    ...refunds.map(
      (refund): Line => [
        atDesk(refund.createdAt),
        `${refund.amount.formatted} · ${say(words.refundState[refund.state])}`,
        [refund.provider, ...[refund.returnedAt ?? refund.settledAt].flatMap((at) => (at === null ? [] : atDesk(at)))]
          .filter(Boolean)
          .join(" · "),
      ],
    ),
  ];
}

function decisionPart({ decision }: CaseFile, say: Say): readonly Part[] {
  if (decision === null) return [];
  const { because, policyVersion, facts, trace } = decision;
  return headed(say(label.decision), [
    draw(Text, { style: styles.strong }, because),
    draw(Text, { style: styles.quiet }, `${policyVersion.name} · ${atDesk(decision.at)}`),
    ...facts.map((fact) => draw(Text, { key: fact }, `· ${fact}`)),
    ...trace.map(({ rowNumber, hit, text }) =>
      draw(Text, { key: `row ${rowNumber}`, style: hit ? styles.strong : styles.quiet }, text),
    ),
  ]);
}

function checkLines({ checks }: CaseFile, say: Say): readonly Line[] {
  return checks.map(({ kind, outcome, reason, at }) => [
    say(words.checkKind[kind]),
    [say(words.checkOutcome[outcome]), at === null ? null : atDesk(at)].filter(Boolean).join(" · "),
    reason,
  ]);
}

function clockLines({ clocks }: CaseFile, say: Say): readonly Line[] {
  return clocks.map(({ title, state, dueAt, source }) => [
    dueAt === null ? say(label.undated) : atDesk(dueAt),
    `${title} · ${say(words.clockState[state])}`,
    source,
  ]);
}

function eventPart(event: FileEvent, { customer }: CaseFile, say: Say): Part {
  const role = say(words.role[event.actorRole]);
  const name = event.actor?.name ?? (event.actorRole === "CUSTOMER" ? customer?.name : null);
  const moved =
    event.from !== null && event.from !== event.to
      ? `${say(words.caseState[event.from])} → ${say(words.caseState[event.to])}`
      : null;
  return draw(
    View,
    { key: event.sequence, style: styles.row, wrap: event.messages.length > 0 },
    draw(Text, { style: styles.name }, `${event.sequence}  ${atDesk(event.at)}`),
    draw(
      View,
      { style: styles.value },
      draw(Text, { style: styles.strong }, say(words.event[event.kind])),
      draw(
        Text,
        { style: styles.quiet },
        [...event.facts.map(({ value }) => value), name, role, moved].filter(Boolean).join(" · "),
      ),
      ...event.messages.map(({ thread, saidBy, body }, index) =>
        draw(
          View,
          { key: index, style: styles.said },
          draw(Text, { style: styles.quiet }, say(saidBy === "DESK" ? words.toldTo[thread] : words.told[saidBy])),
          draw(Text, null, body),
        ),
      ),
    ),
  );
}

function evidencePart({ evidence }: CaseFile, say: Say): readonly Part[] {
  if (evidence.length === 0)
    return headed(say(label.evidence), [draw(Text, { style: styles.quiet }, say(label.nothing))]);
  return headed(
    say(label.evidence),
    evidence.map((file) =>
      draw(
        View,
        { key: file.sha256, style: styles.row },
        draw(Text, { style: styles.name }, say(words.proofKind[file.kind])),
        draw(
          View,
          { style: styles.value },
          draw(Text, null, file.fileName),
          draw(
            Text,
            { style: styles.quiet },
            `${say(words.role[file.uploadedBy])} · ${atDesk(file.uploadedAt)} · ${file.bytes.toLocaleString("en")} B`,
          ),
          draw(Text, { style: styles.hash }, `SHA-256 ${file.sha256}`),
        ),
      ),
    ),
  );
}

function footer({ chain }: CaseFile, title: string, say: Say): Part {
  return draw(
    View,
    { style: styles.foot, fixed: true },
    draw(Text, null, `${say(label.head)} #${chain.count} ${chain.head}`),
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
