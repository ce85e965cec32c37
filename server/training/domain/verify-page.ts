import type { Day } from "../../kernel/day.ts";
import { htmlText } from "../../kernel/html-text.ts";
import { plainPage } from "../../kernel/plain-page.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import type { DeskSettings } from "../../settings/domain/desk-settings.ts";

export interface ShownCertificate {
  readonly code: string;
  readonly name: string;
  readonly course: BilingualText;
  readonly validFrom: Day | null;
  readonly validUntil: Day | null;
}

const texts = {
  "zh-CN": {
    title: "证书验证",
    unknown: "没有此编号的证书。请核对编号，注意区分字母与数字。",
    valid: "该证书由本机构颁发，目前有效。",
    ended: "该证书由本机构颁发，但目前已失效。",
    code: "编号",
    name: "姓名",
    course: "课程",
    from: "生效日期",
    until: "有效期至",
    forGood: "长期有效",
    by: "颁发机构",
  },
  en: {
    title: "Certificate check",
    unknown: "There is no certificate of this number. Check it, and mind letters that look like digits.",
    valid: "This certificate was issued here and is valid.",
    ended: "This certificate was issued here and is no longer valid.",
    code: "Number",
    name: "Name",
    course: "Course",
    from: "Valid from",
    until: "Valid until",
    forGood: "no end date",
    by: "Issued by",
  },
} as const;

/** The page that confirms a certificate: plain, whole without scripts, with the name and the course and nothing else of the person. */
export function verifyPage(
  found: ShownCertificate | null,
  isValid: boolean,
  desk: Pick<DeskSettings, "nameZh" | "nameEn">,
  locale: "zh-CN" | "en",
): string {
  const t = texts[locale];
  const other = locale === "en" ? "zh-CN" : "en";
  const rows: readonly (readonly [string, string])[] =
    found === null
      ? []
      : [
          [t.name, found.name],
          [t.course, locale === "zh-CN" ? found.course.zh : found.course.en],
          [t.code, found.code],
          [t.by, locale === "zh-CN" ? desk.nameZh : desk.nameEn],
          [t.from, found.validFrom ?? ""],
          [t.until, found.validUntil ?? t.forGood],
        ];
  const said = found === null ? t.unknown : isValid ? t.valid : t.ended;
  const table = rows.map(([name, value]) => `<div><dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd></div>`);
  const way = `<p><a lang="${other}" hreflang="${other}" href="?lang=${other}">${other === "en" ? "English" : "中文"}</a></p>`;
  const answer = `<p class="${isValid ? "valid" : "not"}">${htmlText(said)}</p>`;
  const facts = table.length > 0 ? `<dl>${table.join("")}</dl>` : "";
  return plainPage({ locale, title: t.title, body: `${way}<h1>${t.title}</h1>${answer}\n${facts}` });
}
