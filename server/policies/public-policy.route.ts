import type { FastifyInstance } from "fastify";
import { localeOf } from "../graphql/locale.ts";
import type { House, Locale } from "../request-context.ts";
import { versionName } from "./domain/choose-policy.ts";
import { defaultPolicyName } from "./domain/default-policy.ts";
import { noSuchPolicyPage, publicPolicyPage } from "./public-policy-page.ts";
import { findPolicy, listVersions } from "./queries/find-policies.ts";

interface Address {
  readonly Params: { readonly scope?: string };
  readonly Querystring: { readonly lang?: string; readonly version?: string };
}

/** The public page of each policy with its history. What is published for a day to come can be read beforehand. */
export function publicPolicyRoutes({ db, clock, settings }: Pick<House, "db" | "clock" | "settings">) {
  return async (app: FastifyInstance): Promise<void> => {
    app.get<Address>("/policy/", (request, reply) =>
      reply.redirect(`/policy/${defaultPolicyName}${queryOf(request.url)}`),
    );
    app.get<Address>("/policy/:scope", async (request, reply) => {
      const { scope = defaultPolicyName } = request.params;
      // PostgreSQL keeps no NUL, so it has no such name.
      const policy = scope.includes("\0") ? null : await findPolicy(db, scope.slice(0, 100));
      const versions = policy === null ? [] : await listVersions(db, policy.name);
      const now = clock.now();
      const wanted = versions.find((version) => versionName(version) === request.query.version);
      const shown = wanted ?? versions.find(({ effectiveFrom }) => effectiveFrom <= now);
      if (policy === null || shown === undefined)
        return reply
          .code(404)
          .headers(headers)
          .type("text/html; charset=utf-8")
          .send(noSuchPolicyPage(languageOf(request)));
      const html = publicPolicyPage(
        { name: policy.name, label: policy.label, shown, versions, now, desk: await settings.current() },
        languageOf(request),
      );
      return reply.headers(headers).type("text/html; charset=utf-8").send(html);
    });
  };
}

function languageOf({
  query,
  headers: { "accept-language": accepted },
}: {
  query: Address["Querystring"];
  headers: { "accept-language"?: string | undefined };
}): Locale {
  if (query.lang === "en" || query.lang === "zh-CN") return query.lang;
  return localeOf(accepted);
}

const queryOf = (url: string) => (url.includes("?") ? url.slice(url.indexOf("?")) : "");

/** No script at all, and nothing from elsewhere. */
const headers = {
  "content-security-policy":
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
};
