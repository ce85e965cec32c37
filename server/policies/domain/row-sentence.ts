import { describeCondition, type RuleLocale } from "./describe.ts";
import type { ApprovalPermission, BilingualText, PolicyRow } from "./policy-content.ts";

type Row = Pick<PolicyRow, "when" | "outcome" | "straightThrough" | "approvals">;

/** What a row of the table says, as one sentence that stands beside it. Both languages, so that neither is the original. */
export function rowSentence(row: Row): BilingualText {
  return { zh: inChinese(row), en: inEnglish(row) };
}

function clauses(row: Row, locale: RuleLocale): string {
  const said = row.when.map((condition) => describeCondition(condition, locale));
  if (locale === "zh-CN") return said.join("，且");
  return new Intl.ListFormat("en", { type: "conjunction" }).format(said);
}

function inEnglish(row: Row): string {
  const then = thenEn(row);
  return row.when.length === 0 ? `Whatever the case, ${then}.` : `If ${clauses(row, "en")}, ${then}.`;
}

function inChinese(row: Row): string {
  const then = thenZh(row);
  if (row.when.length === 0) return `任何情况下，${then}。`;
  // A sum keeps the space that stands beside Latin letters and figures.
  return `${clauses(row, "zh-CN").replace(/(?<=\w)$/, " ")}的，${then}。`;
}

function thenEn({ outcome, straightThrough, approvals = [] }: Row): string {
  if (outcome === "DECLINE") return "a person declines it and says why";
  if (outcome === "REVIEW") return "a person decides";
  if (straightThrough) return "it is refunded at once, with nobody's hand";
  return approvals.length === 0 ? "it is refunded" : `it is refunded once ${whoEn(approvals)} agreed`;
}

function thenZh({ outcome, straightThrough, approvals = [] }: Row): string {
  if (outcome === "DECLINE") return "由专员答复拒绝并说明理由";
  if (outcome === "REVIEW") return "由专员决定";
  if (straightThrough) return "直接退款，无需人工处理";
  return approvals.length === 0 ? "同意退款" : `经${whoZh(approvals)}审批后退款`;
}

function whoEn(approvals: readonly ApprovalPermission[]): string {
  if (approvals.length > 1) return "a supervisor and compliance have";
  return approvals[0] === "approval.first" ? "a supervisor has" : "compliance has";
}

function whoZh(approvals: readonly ApprovalPermission[]): string {
  if (approvals.length > 1) return "主管和合规专员";
  return approvals[0] === "approval.first" ? "主管" : "合规专员";
}
