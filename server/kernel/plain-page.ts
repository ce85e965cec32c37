import { htmlText } from "./html-text.ts";

interface PlainPage {
  readonly locale: "zh-CN" | "en";
  readonly title: string;
  /** In HTML, made safe by whoever wrote it. */
  readonly body: string;
}

/** Under which a plain page may be sent: its own style, its own form, and nothing else. */
export const plainPagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/** A page for whoever comes by a link from outside: whole without a script, in both themes, on a phone and on paper. */
export function plainPage({ locale, title, body }: PlainPage): string {
  return `<!doctype html>
<html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${htmlText(title)} · Redress</title><style>${style}</style></head>
<body><main>${body}</main></body></html>
`;
}

const style = `
:root{color-scheme:light dark;--ink:#1a2230;--ink-2:#465164;--paper:#f6f7f9;--surface:#fff;--line:#c5cdd8;--edge:#7b8798;--link:#0958d9;--fill:#0958d9;--good:#1c6b3f;--late:#b42318}
body{margin:0;font:16px/1.6 -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei','Noto Sans SC',sans-serif;color:var(--ink);background:var(--paper)}
main{max-width:560px;margin:0 auto;padding:32px 16px;overflow-wrap:anywhere}
h1{margin:0 0 16px;font-size:20px;line-height:1.4}h2{margin:32px 0 8px;font-size:16px}
a{display:inline-block;min-height:24px;color:var(--link)}
.valid{color:var(--good);font-weight:600}.not{color:var(--late);font-weight:600}
dl{margin:24px 0 0;border-top:1px solid var(--line)}dl div{display:flex;gap:16px;padding:10px 0;border-bottom:1px solid var(--line)}
dt{flex:0 0 112px;color:var(--ink-2)}dd{margin:0;min-width:0}
form{margin:16px 0;padding:16px;border:1px solid var(--line);border-radius:6px;background:var(--surface)}
fieldset{margin:0 0 16px;padding:0;border:0}legend{padding:0;font-weight:600}
fieldset label{display:flex;align-items:center;gap:8px;min-height:44px}
input{width:18px;height:18px;margin:0;accent-color:var(--fill)}
textarea{box-sizing:border-box;width:100%;margin:4px 0 16px;padding:8px;border:1px solid var(--edge);border-radius:6px;background:var(--surface);color:inherit;font:inherit}
button{box-sizing:border-box;width:100%;min-height:44px;padding:8px 16px;border:1px solid var(--edge);border-radius:6px;background:var(--surface);color:inherit;font:inherit;font-weight:600;cursor:pointer}
button.first{border-color:var(--fill);background:var(--fill);color:#fff}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e7ebf1;--ink-2:#b6c0ce;--paper:#10151c;--surface:#1a212b;--line:#3c4857;--edge:#6f7d90;--link:#85b4ff;--fill:#2a63d6;--good:#7fd0a0;--late:#ff9c8f}}
@media print{form{display:none}}`;
