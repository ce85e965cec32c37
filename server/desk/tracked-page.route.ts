import type { FastifyInstance, FastifyRequest } from "fastify";
import { findCustomer } from "../cases/queries/find-customer.ts";
import { privatePageHeaders } from "../platform/http/page-headers.ts";
import type { House } from "../request-context.ts";
import { receiptText, trackedPageText } from "./domain/tracked-page-text.ts";
import { customerScript } from "./pages/customer-script.ts";
import { type AskedPage, pageFrame, pageReader } from "./pages/page-reader.ts";
import { plainDocument } from "./pages/plain-document.ts";
import { receiptPage } from "./pages/receipt-page.ts";
import { missingPage, trackedPage } from "./pages/tracked-page.ts";
import { findTrackedCase } from "./queries/find-tracked-case.ts";
import { toTrackedCase } from "./tracked-case.type.ts";

interface Asked extends AskedPage {
  readonly Params: { readonly token: string };
}

/** `GET /r/:token`: the customer's page as a document, before and without its script; `/r/:token/receipt` is for paper. */
export function trackedPageRoutes(house: House, consoleFolder: string | null) {
  return async (app: FastifyInstance): Promise<void> => {
    const script = consoleFolder === null ? null : await customerScript(consoleFolder);
    app.get<Asked>("/r/:token", async (request, reply) => {
      const reader = await readerOf(house, request);
      const found = await find(house, reader);
      const main = found === null ? missingPage(reader.locale) : trackedPage(found.tracked, reader);
      return reply
        .code(found === null ? 404 : 200)
        .headers(privatePageHeaders)
        .type("text/html; charset=utf-8")
        .send(plainDocument({ ...pageFrame(reader, trackedPageText.title), main, script }));
    });
    app.get<Asked>("/r/:token/receipt", async (request, reply) => {
      const reader = await readerOf(house, request);
      const found = await find(house, reader);
      const main = found === null ? null : receiptPage(found.tracked, found.found, reader);
      if (main === null)
        return reply.headers(privatePageHeaders).redirect(`/r/${encodeURIComponent(reader.token)}`, 303);
      return reply
        .headers(privatePageHeaders)
        .type("text/html; charset=utf-8")
        .send(plainDocument({ ...pageFrame(reader, receiptText.title), main, script: null }));
    });
  };
}

type Reader = Awaited<ReturnType<typeof readerOf>>;

async function readerOf(house: House, request: FastifyRequest<Asked>) {
  return { ...(await pageReader(house, request)), token: request.params.token };
}

async function find(house: House, { token, locale }: Reader) {
  const customer = await findCustomer(house, token);
  const found = customer?.caseId == null ? null : await findTrackedCase(house, customer, customer.caseId);
  if (found === null || customer === null) return null;
  return { found, tracked: toTrackedCase(found, { actor: customer, locale }) };
}
