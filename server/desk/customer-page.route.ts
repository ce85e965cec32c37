import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { pageHeaders, slipReaderHeaders } from "../platform/http/page-headers.ts";
import type { House } from "../request-context.ts";
import { type FormPageText, lostPageText, requestPageText } from "./domain/form-page-text.ts";
import { customerScript } from "./pages/customer-script.ts";
import { formPage } from "./pages/form-page.ts";
import { type AskedPage, pageFrame, pageReader } from "./pages/page-reader.ts";
import { plainDocument } from "./pages/plain-document.ts";

/**
 * `GET /r/new` and `/r/lost`: the customer's forms, each as a document that says at once what it is and, where no script
 * runs, what to do instead. Whoever cut the address short is led to the form.
 */
export function customerPageRoutes(house: House, consoleFolder: string) {
  return async (app: FastifyInstance): Promise<void> => {
    const script = await customerScript(consoleFolder);
    async function send(request: FastifyRequest<AskedPage>, reply: FastifyReply, text: FormPageText) {
      const reader = await pageReader(house, request);
      const page = { ...pageFrame(reader, text.title), main: formPage(text, reader.locale), script };
      return reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(plainDocument(page));
    }
    app.get<AskedPage>("/r/new", (request, reply) => send(request, reply.headers(slipReaderHeaders), requestPageText));
    app.get<AskedPage>("/r/lost", (request, reply) => send(request, reply.headers(pageHeaders), lostPageText));
    for (const short of ["/r", "/r/"]) app.get(short, (_request, reply) => reply.redirect("/r/new", 302));
  };
}
