import type { Day } from "../../kernel/day.ts";
import { htmlText } from "../../kernel/html-text.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";

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
    forGood: "for good",
  },
} as const;

/** The page that confirms a certificate: plain, whole without scripts, with the name and the course and nothing else of the person. */
export function verifyPage(found: ShownCertificate | null, isValid: boolean, locale: "zh-CN" | "en"): string {
  const t = texts[locale];
  const other = locale === "en" ? "zh-CN" : "en";
  const rows: readonly (readonly [string, string])[] =
    found === null
      ? []
      : [
          [t.name, found.name],
          [t.course, locale === "zh-CN" ? found.course.zh : found.course.en],
          [t.code, found.code],
          [t.from, found.validFrom ?? ""],
          [t.until, found.validUntil ?? t.forGood],
        ];
  const said = found === null ? t.unknown : isValid ? t.valid : t.ended;
  const table = rows.map(([name, value]) => `<div><dt>${htmlText(name)}</dt><dd>${htmlText(value)}</dd></div>`);
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${t.title} · Redress</title><style>${style}</style></head>
<body><main><p><a lang="${other}" hreflang="${other}" href="?lang=${other}">${other === "en" ? "English" : "中文"}</a></p><h1>${t.title}</h1><p class="${isValid ? "valid" : "not"}">${htmlText(said)}</p>
${table.length > 0 ? `<dl>${table.join("")}</dl>` : ""}</main></body></html>
`;
}

const style =
  ":root{color-scheme:light dark}body{margin:0;font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;color:#1a2230;background:#f6f7f9}" +
  "main{max-width:560px;margin:0 auto;padding:32px 16px}h1{font-size:20px}a{display:inline-block;min-height:24px;color:#0958d9}.valid{color:#1c6b3f;font-weight:600}.not{color:#b42318;font-weight:600}" +
  "dl{margin:24px 0 0;border-top:1px solid #c5cdd8}dl div{display:flex;gap:16px;padding:10px 0;border-bottom:1px solid #c5cdd8}dt{flex:0 0 112px;color:#465164}dd{margin:0;min-width:0;overflow-wrap:anywhere}" +
  "@media(prefers-color-scheme:dark){body{background:#10151c;color:#e7ebf1}dt{color:#b6c0ce}.valid{color:#7fd0a0}.not{color:#ff9c8f}a{color:#85b4ff}dl,dl div{border-color:#3c4857}}";
