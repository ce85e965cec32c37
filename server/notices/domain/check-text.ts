import type { NoticeField } from "./notice-fields.ts";
import { noticeRules } from "./notice-rules.ts";
import type { NoticeText } from "./notice-text.ts";
import { placeholdersIn } from "./render-notice.ts";
import type { NoticeKind } from "./words.ts";

export type TextPart = "subject" | "body" | "sms";

/** What is wrong with a wording. All of it is said, so that it can be put right in one go. */
export type TextProblem =
  | { readonly code: "FIELD_UNKNOWN"; readonly part: TextPart; readonly field: string }
  | { readonly code: "FIELD_MISSING"; readonly part: TextPart; readonly field: NoticeField }
  | { readonly code: "TEXT_EMPTY"; readonly part: TextPart }
  | { readonly code: "TEXT_TOO_LONG"; readonly part: TextPart; readonly most: number }
  | { readonly code: "BRACE_OPEN"; readonly part: TextPart }
  | { readonly code: "WORD_INTERNAL"; readonly part: TextPart; readonly word: string };

export const longestPart: Readonly<Record<TextPart, number>> = { subject: 120, body: 4000, sms: 300 };

/** Words of the trade that a customer must not meet. */
const internalWords = [
  /\bWON\b/i,
  /\bLOST\b/i,
  /chargeback/i,
  /representment/i,
  /\bdispute/i,
  /拒付/,
  /退单/,
  /胜诉/,
  /败诉/,
  /案件/,
  /合规/,
  /审批层级/,
];

/** A wording can be saved when this finds nothing. */
export function checkText(kind: NoticeKind, text: NoticeText): readonly TextProblem[] {
  // A body is read under its subject.
  const said = placeholdersIn(`${text.subject} ${text.body}`);
  return [
    ...checkPart(kind, "subject", text.subject, said),
    ...checkPart(kind, "body", text.body, said),
    ...checkPart(kind, "sms", text.sms, placeholdersIn(text.sms ?? "")),
  ];
}

function checkPart(
  kind: NoticeKind,
  part: TextPart,
  text: string | null,
  said: readonly string[],
): readonly TextProblem[] {
  const { must, may, to, over } = noticeRules[kind];
  if (part === "sms" && !over.includes("SMS")) return [];
  if (text === null || text.trim() === "") return [{ code: "TEXT_EMPTY", part }];
  const problems: TextProblem[] = [];
  const known: readonly string[] = [...must, ...may];
  const used = placeholdersIn(text);
  for (const field of new Set(used)) if (!known.includes(field)) problems.push({ code: "FIELD_UNKNOWN", part, field });
  for (const field of mustSay(part, must))
    if (!said.includes(field)) problems.push({ code: "FIELD_MISSING", part, field });
  if (/[{}]/.test(text.replace(/\{[A-Za-z0-9]+\}/g, ""))) problems.push({ code: "BRACE_OPEN", part });
  const most = longestPart[part];
  if (text.length > most) problems.push({ code: "TEXT_TOO_LONG", part, most });
  if (to === "CUSTOMER") {
    for (const word of internalWords) {
      const found = word.exec(text.replace(/\{[A-Za-z0-9]+\}/g, ""));
      if (found !== null) problems.push({ code: "WORD_INTERNAL", part, word: found[0] });
    }
  }
  return problems;
}

/** A short message leads to what was written rather than repeating it; what a subject says is free. */
function mustSay(part: TextPart, must: readonly NoticeField[]): readonly NoticeField[] {
  if (part === "subject") return [];
  return part === "sms" ? must.filter((field) => field !== "message") : must;
}
