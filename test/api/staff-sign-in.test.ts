import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoginDesk, startLoginDesk, testPassword } from "../support/login-desk.ts";

let desk: LoginDesk;
beforeAll(async () => {
  desk = await startLoginDesk();
});
afterAll(() => desk.close());

const SIGN_IN = "/api/auth/sign-in/email";
const refusal = { code: "INVALID_EMAIL_OR_PASSWORD", message: "Invalid email or password" };

describe("signing in", () => {
  test("the right password opens a session that says who it is", async () => {
    const { id, email } = await desk.givenStaff({ name: "Wang Fang", role: "SUPERVISOR" });
    const visitor = desk.visitor();
    const answer = await visitor.post(SIGN_IN, { email: email.toUpperCase(), password: testPassword });
    expect(answer.status).toBe(200);
    const caller = await desk.caller({ cookie: visitor.cookie });
    expect(caller).toMatchObject({ cameBy: "SESSION", actor: { id, name: "Wang Fang", role: "SUPERVISOR" } });
  });

  test("the session's cookie is out of reach of scripts and of other sites", async () => {
    const { email } = await desk.givenStaff();
    const { cookies } = await desk.visitor().post(SIGN_IN, { email, password: testPassword });
    const cookie = cookies.find((text) => text.startsWith("redress.session_token="));
    expect(cookie).toMatch(/; HttpOnly/);
    expect(cookie).toMatch(/; SameSite=Lax/);
    expect(cookie).toMatch(/; Max-Age=43200;/);
  });

  test("a wrong password, an unknown name and somebody who left get the same answer, and no session", async () => {
    const { email } = await desk.givenStaff();
    const left = await desk.givenStaff();
    await desk.database.db.updateTable("staff").set({ active: false }).where("id", "=", left.id).execute();
    const before = await sessionCount();
    const answers = await Promise.all([
      desk.visitor().post(SIGN_IN, { email, password: "not the pass phrase" }),
      desk.visitor().post(SIGN_IN, { email: "nobody@redress.test", password: testPassword }),
      desk.visitor().post(SIGN_IN, { email: left.email, password: testPassword }),
    ]);
    expect(answers.map(({ status, body }) => ({ status, body }))).toEqual(
      answers.map(() => ({ status: 401, body: refusal })),
    );
    expect(answers.flatMap(({ cookies }) => cookies.filter((text) => /session_token=[^;]/.test(text)))).toEqual([]);
    expect(await sessionCount()).toBe(before);
  });

  test.each([
    ["an account of one's own", "/sign-up/email", { email: "me@redress.test", password: testPassword, name: "Me" }],
    ["another name for oneself", "/update-user", { name: "Chief" }],
    ["a forgotten password by mail", "/request-password-reset", { email: "me@redress.test" }],
    ["removing oneself", "/delete-user", {}],
  ])("there is no %s", async (_what, path, body) => {
    const { visitor } = await desk.givenSignedIn();
    expect(await visitor.post(`/api/auth${path}`, body)).toMatchObject({ status: 404, body: { code: "NOT_FOUND" } });
  });

  async function sessionCount(): Promise<number> {
    const { rows } = await desk.database.pool.query("select from auth.session");
    return rows.length;
  }
});

describe("a request from elsewhere", () => {
  test("a foreign page cannot sign somebody in", async () => {
    const { email } = await desk.givenStaff();
    const answer = await desk.visitor("https://evil.example").post(SIGN_IN, { email, password: testPassword });
    expect(answer).toMatchObject({ status: 403, body: { code: "INVALID_ORIGIN" }, cookies: [] });
  });

  test("a foreign page cannot use a session, nor can one that hides its origin", async () => {
    const { visitor } = await desk.givenSignedIn();
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { origin: "http://localhost:4000.evil.example" },
    ]) {
      expect((await visitor.post("/api/auth/sign-out", {}, headers)).status).toBe(403);
    }
    expect(await desk.caller({ cookie: visitor.cookie })).not.toBeNull();
  });

  test("a desk on this machine is known under each name of the machine", async () => {
    const { email } = await desk.givenStaff();
    const answer = await desk.visitor("http://127.0.0.1:4000").post(SIGN_IN, { email, password: testPassword });
    expect(answer.status).toBe(200);
  });

  test("nobody chooses the address that tries are counted by", async () => {
    const { email } = await desk.givenStaff();
    const headers = { "x-forwarded-for": "203.0.113.7", "x-redress-client": "203.0.113.8" };
    await desk.visitor().post(SIGN_IN, { email, password: testPassword }, headers);
    const { rows } = await desk.database.pool.query(`select distinct "ipAddress" from auth.session`);
    expect(rows).toEqual([{ ipAddress: "127.0.0.1" }]);
  });
});

describe("malformed requests are the caller's mistake", () => {
  test.each([
    ["no body", ""],
    ["not JSON", "{nope"],
    ["a list", "[]"],
    ["a number for a name", { email: 5, password: "x" }],
    ["a name that is no address", { email: "li", password: "x" }],
    ["a NUL in the name", { email: "li\u0000@redress.test", password: "x" }],
    ["a NUL in the password", { email: "li@redress.test", password: "\u0000" }],
    ["a huge password", { email: "li@redress.test", password: "x".repeat(10_000) }],
  ])("%s", async (_what, body) => {
    const answer = await desk.visitor().post(SIGN_IN, body);
    expect(answer.status).toBe(400);
  });

  test("a lone surrogate is only a wrong password", async () => {
    const { email } = await desk.givenStaff();
    expect((await desk.visitor().post(SIGN_IN, { email, password: "\ud800 and more letters" })).status).toBe(401);
  });

  test("a huge body is not read", async () => {
    expect((await desk.visitor().post(SIGN_IN, { email: "x".repeat(20_000) })).status).toBe(413);
  });

  test("a form that another site could post is not taken as JSON", async () => {
    const answer = await desk.visitor(null).post(SIGN_IN, `{"email":"a@b.test"}`, { "content-type": "text/plain" });
    expect(answer.status).toBe(415);
  });
});
