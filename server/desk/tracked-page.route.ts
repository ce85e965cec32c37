import { readFile } from "node:fs/promises";
import path from "node:path";
import type { FastifyInstance, FastifyRequest } from "fastify";
import { findCustomer } from "../cases/queries/find-customer.ts";
import { localeOf } from "../graphql/locale.ts";
import { Html } from "../platform/http/html.ts";
import { privatePageHeaders } from "../platform/http/page-headers.ts";
import type { House, Locale } from "../request-context.ts";
import { receiptText, trackedPageText } from "./domain/tracked-page-text.ts";
import { plainDocument } from "./pages/plain-document.ts";
import { receiptPage } from "./pages/receipt-page.ts";
import { missingPage, trackedPage } from "./pages/tracked-page.ts";
import { findTrackedCase } from "./queries/find-tracked-case.ts";
import { type TrackedCaseType, toTrackedCase } from "./tracked-case.type.ts";

interface Asked {
  readonly Params: { readonly token: string };
  readonly Querystring: { readonly lang?: string };
}

/** `GET /r/:token`: the customer's page as a document, before and without its script; `/r/:token/receipt` is for paper. */
export function trackedPageRoutes(house: House, consoleFolder: string | null) {
  return async (app: FastifyInstance): Promise<void> => {
    const script = consoleFolder === null ? null : await scriptOf(consoleFolder);
    app.get<Asked>("/r/:token", async (request, reply) => {
      const reader = await readerOf(house, request);
      const tracked = await find(house, reader);
      const main = tracked === null ? missingPage(reader.locale) : trackedPage(tracked, reader);
      const title = trackedPageText.title;
      return reply
        .code(tracked === null ? 404 : 200)
        .headers(privatePageHeaders)
        .type("text/html; charset=utf-8")
        .send(plainDocument({ ...frame(reader, title), main, script }));
    });
    app.get<Asked>("/r/:token/receipt", async (request, reply) => {
      const reader = await readerOf(house, request);
      const tracked = await find(house, reader);
      const main = tracked === null ? null : receiptPage(tracked, reader);
      if (main === null)
        return reply.headers(privatePageHeaders).redirect(`/r/${encodeURIComponent(reader.token)}`, 303);
      return reply
        .headers(privatePageHeaders)
        .type("text/html; charset=utf-8")
        .send(plainDocument({ ...frame(reader, receiptText.title), main, script: null }));
    });
  };
}

type Reader = Awaited<ReturnType<typeof readerOf>>;

function frame({ locale, desk }: Reader, title: { readonly zh: string; readonly en: string }) {
  const other = locale === "en" ? "zh-CN" : "en";
  return { locale, desk, title: locale === "zh-CN" ? title.zh : title.en, otherLanguage: `?lang=${other}` };
}

/** The language that was asked for, else the one that was chosen here before, else the browser's. */
async function readerOf(house: House, { params, query, headers }: FastifyRequest<Asked>) {
  const chosen = query.lang ?? /(?:^|;\s*)redress\.language=([\w-]+)/.exec(headers.cookie ?? "")?.[1];
  const locale: Locale = chosen === "en" || chosen === "zh-CN" ? chosen : localeOf(headers["accept-language"]);
  return { locale, token: params.token, now: house.clock.now(), desk: await house.settings.current() };
}

async function find(house: House, { token, locale }: Reader): Promise<TrackedCaseType | null> {
  const customer = await findCustomer(house, token);
  const found = customer?.caseId == null ? null : await findTrackedCase(house, customer, customer.caseId);
  return found === null || customer === null ? null : toTrackedCase(found, { actor: customer, locale });
}

/** What the built page of the customer loads: its script and its style, and the element that they draw in. */
async function scriptOf(folder: string): Promise<Html> {
  const page = await readFile(path.join(folder, "customer.html"), "utf8");
  const tags = page.match(/<script\b[^>]*><\/script>|<link\b[^>]*rel="(?:stylesheet|modulepreload)"[^>]*>/g) ?? [];
  return new Html(['<div id="root"></div>', ...tags].join("\n"));
}
