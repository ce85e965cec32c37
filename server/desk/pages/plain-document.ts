import { Html, html } from "../../platform/http/html.ts";
import type { Locale } from "../../request-context.ts";
import type { DeskSettings } from "../../settings/domain/desk-settings.ts";
import { deskWays } from "../domain/tracked-page-text.ts";
import { plainStyle } from "./plain-style.ts";

export interface PlainDocument {
  readonly locale: Locale;
  readonly title: string;
  readonly desk: DeskSettings;
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
export function plainDocument({ locale, title, desk, otherLanguage, main, script }: PlainDocument): string {
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
${deskPart(desk, locale)}
</div>
${script}
</body>
</html>
`.text;
}

/** Who stands behind the page, and how to reach them without it: what the script draws at its foot. */
function deskPart({ nameZh, nameEn, phone, email }: DeskSettings, locale: Locale): Html {
  const say = (zh: string, en: string) => (locale === "zh-CN" ? zh : en);
  const call =
    phone !== null &&
    html` <span>${say(deskWays.phone.zh, deskWays.phone.en)} <a href="tel:${phone.replaceAll(/[^+\d]/g, "")}">${phone}</a></span>`;
  const write =
    email !== null &&
    html` <span>${say(deskWays.email.zh, deskWays.email.en)} <a href="mailto:${email}">${email}</a></span>`;
  return html`<footer class="soft"><b>${say(nameZh, nameEn)}</b>${call}${write}</footer>`;
}
