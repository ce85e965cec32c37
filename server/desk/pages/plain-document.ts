import { Html, html } from "../../platform/http/html.ts";
import type { Locale } from "../../request-context.ts";
import { plainStyle } from "./plain-style.ts";

export interface PlainDocument {
  readonly locale: Locale;
  readonly title: string;
  /** This same page in the other language. */
  readonly otherLanguage: string;
  readonly main: Html;
  /** What takes the page over once it runs; none where there is no console. */
  readonly script: Html | null;
}

const otherName: Readonly<Record<Locale, { readonly lang: Locale; readonly name: string }>> = {
  "zh-CN": { lang: "en", name: "English" },
  en: { lang: "zh-CN", name: "中文" },
};

/** A whole page that can be read as it comes. The script stands last: what is read waits for nothing. */
export function plainDocument({ locale, title, otherLanguage, main, script }: PlainDocument): string {
  const other = otherName[locale];
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<style>${new Html(plainStyle)}</style>
</head>
<body>
<div id="plain" lang="${locale}">
<header><b>${title}</b><a href="${otherLanguage}" lang="${other.lang}" hreflang="${other.lang}">${other.name}</a></header>
<main>${main}</main>
</div>
${script}
</body>
</html>
`.text;
}
