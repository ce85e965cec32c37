import { type TOTP, URI } from "otpauth";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoginDesk, startLoginDesk, testPassword } from "../support/login-desk.ts";
import type { Answer, Visitor } from "../support/visitor.ts";

let desk: LoginDesk;
beforeAll(async () => {
  desk = await startLoginDesk();
});
afterAll(() => desk.close());

describe("a second factor", () => {
  test("is asked for after the password, and only its code opens a session", async () => {
    const { id, email, totp } = await givenSecondFactor();
    const visitor = await pastPassword(email);
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();

    expect(await verify(visitor, wrongCode(totp))).toMatchObject({ status: 401, body: { code: "INVALID_CODE" } });
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();

    expect((await verify(visitor, totp.generate())).status).toBe(200);
    expect(await desk.caller({ cookie: visitor.cookie })).toMatchObject({ actor: { id } });
  });

  test("is not on until its first code was right, so that nobody shuts themselves out", async () => {
    const { email, visitor } = await desk.givenSignedIn();
    await visitor.post("/api/auth/two-factor/enable", { password: testPassword });
    expect((await signIn(desk.visitor(), email)).body).toMatchObject({ user: { twoFactorEnabled: false } });
  });

  test("cannot be turned on or off by whoever finds the screen open: it takes the password", async () => {
    const { email, visitor } = await givenSecondFactor();
    for (const step of ["enable", "disable", "generate-backup-codes"]) {
      const answer = await visitor.post(`/api/auth/two-factor/${step}`, { password: "not the pass phrase" });
      expect(answer).toMatchObject({ status: 400, body: { code: "INVALID_PASSWORD" } });
    }
    expect((await signIn(desk.visitor(), email)).body).toMatchObject({ twoFactorRedirect: true });
    expect((await visitor.post("/api/auth/two-factor/disable", { password: testPassword })).status).toBe(200);
    expect((await signIn(desk.visitor(), email)).body).not.toHaveProperty("twoFactorRedirect");
  });

  test("takes a back-up code once", async () => {
    const { id, email, backupCodes } = await givenSecondFactor();
    const [code = ""] = backupCodes;
    const first = await pastPassword(email);
    expect((await first.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(200);
    expect(await desk.caller({ cookie: first.cookie })).toMatchObject({ actor: { id } });
    const second = await pastPassword(email);
    expect((await second.post("/api/auth/two-factor/verify-backup-code", { code })).status).toBe(401);
    expect(await desk.caller({ cookie: second.cookie })).toBeNull();
  });

  test("a code opens one session: the step after the password is used up by it", async () => {
    const { email, totp } = await givenSecondFactor();
    const visitor = await pastPassword(email);
    const twin = desk.visitor();
    twin.cookie = visitor.cookie;
    const answers = await Promise.all([verify(visitor, totp.generate()), verify(twin, totp.generate())]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 401]);
  });

  test("a code seen over a shoulder opens nothing once it was used", async () => {
    const { email, totp } = await givenSecondFactor();
    const code = totp.generate();
    const owner = await pastPassword(email);
    const onlooker = await pastPassword(email);
    expect((await verify(owner, code)).status).toBe(200);
    const answer = await verify(onlooker, code);
    expect(answer).toMatchObject({ status: 401, body: { code: "INVALID_CODE" } });
    expect(answer.cookies.filter((text) => /session_token=[^;]/.test(text))).toEqual([]);
    expect(await desk.caller({ cookie: onlooker.cookie })).toBeNull();
    expect(await desk.caller({ cookie: owner.cookie })).not.toBeNull();
  });

  test("ten wrong codes in a row shut it, however many times the password is given again", async () => {
    const { email, totp } = await givenSecondFactor();
    for (let round = 0; round < 2; round++) {
      const visitor = await pastPassword(email);
      for (let time = 0; time < 5; time++) expect((await verify(visitor, wrongCode(totp))).status).toBe(401);
    }
    const visitor = await pastPassword(email);
    expect(await verify(visitor, totp.generate())).toMatchObject({
      status: 429,
      body: { code: "ACCOUNT_TEMPORARILY_LOCKED" },
    });
    await desk.database.pool.query(`update auth."twoFactor" set "lockedUntil" = now() - interval '1 second'`);
    expect((await verify(visitor, totp.generate())).status).toBe(200);
  });

  test("is no use to somebody who left between the password and the code", async () => {
    const { id, email, totp } = await givenSecondFactor();
    const visitor = await pastPassword(email);
    await desk.database.db.updateTable("staff").set({ active: false }).where("id", "=", id).execute();
    expect((await verify(visitor, totp.generate())).status).toBe(401);
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();
  });
});

async function givenSecondFactor(): Promise<{
  id: string;
  email: string;
  visitor: Visitor;
  totp: TOTP;
  backupCodes: string[];
}> {
  const { id, email, visitor } = await desk.givenSignedIn();
  const { body } = await visitor.post("/api/auth/two-factor/enable", { password: testPassword });
  const totp = URI.parse(String(body["totpURI"])) as TOTP;
  expect((await verify(visitor, totp.generate())).status).toBe(200);
  // Time passes between setting it up and the next sign-in; here it does not, and a code is good once.
  await desk.database.pool.query("delete from auth.used_code");
  return { id, email, visitor, totp, backupCodes: body["backupCodes"] as string[] };
}

async function pastPassword(email: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect(await signIn(visitor, email)).toMatchObject({
    status: 200,
    body: { twoFactorRedirect: true, twoFactorMethods: ["totp"] },
  });
  return visitor;
}

function signIn(visitor: Visitor, email: string): Promise<Answer> {
  return visitor.post("/api/auth/sign-in/email", { email, password: testPassword });
}

function verify(visitor: Visitor, code: string): Promise<Answer> {
  return visitor.post("/api/auth/two-factor/verify-totp", { code });
}

/** Six digits that are right neither now nor in the half-minutes around. */
function wrongCode(totp: TOTP): string {
  return ["000000", "111111", "222222"].find((code) => totp.validate({ token: code, window: 2 }) === null) ?? "";
}
