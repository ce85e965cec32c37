import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoginDesk, startLoginDesk } from "../support/login-desk.ts";
import { type OidcFake, startOidcProvider } from "../support/oidc-provider.ts";
import type { Visitor } from "../support/visitor.ts";

let provider: OidcFake;
let desk: LoginDesk;
beforeAll(async () => {
  provider = await startOidcProvider();
  const addresses = {
    authorizationUrl: `${provider.url}/authorize`,
    tokenUrl: `${provider.url}/token`,
    userInfoUrl: `${provider.url}/userinfo`,
  };
  desk = await startLoginDesk({ oidc: { name: "Company", clientId: "redress", clientSecret: "secret", ...addresses } });
});
afterAll(async () => {
  await desk.close();
  await provider.close();
});

describe("signing in by the company's own page", () => {
  test("is offered under the company's name", async () => {
    expect((await desk.visitor().get("/api/auth/ways")).body).toEqual({ password: true, company: "Company" });
  });

  test("opens the log-in that has the address, and knows it again by its subject", async () => {
    const { id, email } = await desk.givenStaff();
    provider.person = { sub: "sub-li", email, name: "Li", email_verified: true };
    const first = desk.visitor();
    expect(await comeBack(first)).toBe("/queue");
    expect(await desk.caller({ cookie: first.cookie })).toMatchObject({ actor: { id } });

    provider.person = { sub: "sub-li", email: "renamed@redress.test", name: "Li", email_verified: true };
    const second = desk.visitor();
    await comeBack(second);
    expect(await desk.caller({ cookie: second.cookie })).toMatchObject({ actor: { id } });
  });

  test("proves that who fetches the token is who asked for it (PKCE)", async () => {
    const { email } = await desk.givenStaff();
    provider.person = { sub: "sub-pkce", email, name: "Li", email_verified: true };
    await comeBack(desk.visitor());
    expect(provider.lastTokenRequest?.get("code_verifier")?.length).toBeGreaterThan(40);
  });

  test("makes no log-in for whoever has none here", async () => {
    provider.person = { sub: "sub-new", email: "new@redress.test", name: "New", email_verified: true };
    const visitor = desk.visitor();
    expect(await comeBack(visitor)).toMatch(/\/sign-in\?error=signup_disabled/);
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();
  });

  test("is shut to somebody who left", async () => {
    const { id, email } = await desk.givenStaff();
    await desk.database.db.updateTable("staff").set({ active: false }).where("id", "=", id).execute();
    provider.person = { sub: "sub-left", email, name: "Left", email_verified: true };
    const visitor = desk.visitor();
    await comeBack(visitor);
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();
  });

  test("cannot be finished by another browser than the one that began", async () => {
    const { email } = await desk.givenStaff();
    provider.person = { sub: "sub-other", email, name: "Li", email_verified: true };
    const state = await leave(desk.visitor());
    const thief = desk.visitor();
    await thief.get(`/api/auth/callback/oidc?code=abc&state=${state}`);
    expect(await desk.caller({ cookie: thief.cookie })).toBeNull();
  });

  test("leads back to the desk and nowhere else", async () => {
    const answer = await desk
      .visitor()
      .post("/api/auth/sign-in/social", { provider: "oidc", callbackURL: "https://evil.example/" });
    expect(answer).toMatchObject({ status: 403, body: { code: "INVALID_CALLBACK_URL" } });
  });
});

test("without a company's page there is no such way in", async () => {
  const plain = await startLoginDesk();
  try {
    expect((await plain.visitor().get("/api/auth/ways")).body).toEqual({ password: true, company: null });
    const answer = await plain.visitor().post("/api/auth/sign-in/social", { provider: "oidc", callbackURL: "/queue" });
    expect(answer.status).toBe(404);
  } finally {
    await plain.close();
  }
});

/** To the company's page: the state that it is to bring back. */
async function leave(visitor: Visitor): Promise<string> {
  const { status, body } = await visitor.post("/api/auth/sign-in/social", {
    provider: "oidc",
    callbackURL: "/queue",
    errorCallbackURL: "/sign-in",
  });
  expect(status).toBe(200);
  return new URL(String(body["url"])).searchParams.get("state") ?? "";
}

/** There and back; gives where the browser is sent in the end. */
async function comeBack(visitor: Visitor): Promise<string> {
  const answer = await visitor.get(`/api/auth/callback/oidc?code=abc&state=${await leave(visitor)}`);
  return answer.location ?? JSON.stringify(answer);
}
