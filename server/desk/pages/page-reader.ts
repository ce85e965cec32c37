import type { FastifyRequest } from "fastify";
import { localeOf } from "../../graphql/locale.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import type { House, Locale } from "../../request-context.ts";
import { sayIn } from "./tracked-page.ts";

export interface AskedPage {
  readonly Querystring: { readonly lang?: string };
}

/** Who reads one of the customer's pages: in the language that was asked for, else the one chosen here before, else the browser's. */
export async function pageReader(house: House, { query, headers }: FastifyRequest<AskedPage>) {
  const chosen = query.lang ?? /(?:^|;\s*)redress\.language=([\w-]+)/.exec(headers.cookie ?? "")?.[1];
  const locale: Locale = chosen === "en" || chosen === "zh-CN" ? chosen : localeOf(headers["accept-language"]);
  return { locale, now: house.clock.now(), desk: await house.settings.current() };
}

/** What every page has around what it says. */
export function pageFrame({ locale, desk }: Awaited<ReturnType<typeof pageReader>>, title: Bilingual) {
  const other = locale === "en" ? "zh-CN" : "en";
  return { locale, desk, title: sayIn(locale)(title), otherLanguage: `?lang=${other}` };
}
