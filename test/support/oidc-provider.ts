import { type FastifyInstance, fastify } from "fastify";

/** A company's sign-in page as far as log-in speaks with it: it knows one person at a time and asks for no password. */
export interface OidcFake {
  readonly url: string;
  /** Who is signed in there. */
  person: { sub: string; email: string; name: string; email_verified: boolean };
  /** What log-in sent along when it last fetched a token. */
  lastTokenRequest: URLSearchParams | null;
  close(): Promise<void>;
}

export async function startOidcProvider(): Promise<OidcFake> {
  const app: FastifyInstance = fastify();
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, body, done) =>
    done(null, body),
  );
  const provider: OidcFake = {
    url: "",
    person: { sub: "sub-1", email: "nobody@redress.test", name: "Nobody", email_verified: true },
    lastTokenRequest: null,
    close: () => app.close(),
  };
  app.post("/token", (request) => {
    provider.lastTokenRequest = new URLSearchParams(String(request.body));
    return { access_token: "access", token_type: "Bearer", expires_in: 60 };
  });
  app.get("/userinfo", () => provider.person);
  const url = await app.listen({ port: 0, host: "127.0.0.1" });
  return Object.assign(provider, { url });
}
