import { type Html, html } from "../../platform/http/html.ts";
import type { Locale } from "../../request-context.ts";
import type { FormPageText } from "../domain/form-page-text.ts";
import { keptWhole } from "./kept-whole.ts";
import { sayIn } from "./tracked-page.ts";

/** What is read until the form is there. Whoever has no script may not find the other language either, so it is said in both. */
export function formPage({ title, opening, without }: FormPageText, locale: Locale): Html {
  const say = sayIn(locale);
  const other = locale === "en" ? "zh-CN" : "en";
  return html`<h1>${say(title)}</h1>
<p class="soft opening">${say(opening)}</p>
<noscript><style>#plain .opening{display:none}</style>
<section class="ask"><p>${keptWhole(say(without))}</p></section>
<section lang="${other}"><h2>${sayIn(other)(title)}</h2><p>${keptWhole(sayIn(other)(without))}</p></section></noscript>`;
}
