import { createHmac } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { countStatements } from "../support/count-statements.ts";
import { givenApiKey } from "../support/given-api-key.ts";
import { type LoginDesk, startLoginDesk, testPassword } from "../support/login-desk.ts";
import type { Visitor } from "../support/visitor.ts";

let desk: LoginDesk;
beforeAll(async () => {
  desk = await startLoginDesk();
});
afterAll(() => desk.close());

describe("a session", () => {
  test("ends by signing out", async () => {
    const { visitor } = await desk.givenSignedIn();
    const { cookie } = visitor;
    expect((await visitor.post("/api/auth/sign-out")).status).toBe(200);
    expect(visitor.cookie).toBe("");
    expect(await desk.caller({ cookie })).toBeNull();
  });

  test("is listed with the others of its owner, and ended from one of them", async () => {
    const { email, visitor: here } = await desk.givenSignedIn();
    const there = await signedIn(email);
    const stranger = await desk.givenSignedIn();
    const { body } = await here.get("/api/auth/list-sessions");
    const sessions = Object.values(body) as { token: string }[];
    expect(sessions).toHaveLength(2);
    const other = sessions.find(({ token }) => !here.cookie.includes(token))?.token ?? "";

    await stranger.visitor.post("/api/auth/revoke-session", { token: other });
    expect(await desk.caller({ cookie: there.cookie })).not.toBeNull();

    await here.post("/api/auth/revoke-session", { token: other });
    expect(await desk.caller({ cookie: there.cookie })).toBeNull();
    expect(await desk.caller({ cookie: here.cookie })).not.toBeNull();
  });

  test("ends everywhere else when the password changes, if that is asked", async () => {
    const { email, visitor: here } = await desk.givenSignedIn();
    const there = await signedIn(email);
    const change = {
      currentPassword: testPassword,
      newPassword: "another phrase of length",
      revokeOtherSessions: true,
    };
    expect((await here.post("/api/auth/change-password", change)).status).toBe(200);
    expect(await desk.caller({ cookie: there.cookie })).toBeNull();
    expect(await desk.caller({ cookie: here.cookie })).not.toBeNull();
  });

  test("ends after a quarter of an hour without use", async () => {
    const { visitor } = await desk.givenSignedIn();
    await age(visitor, "updatedAt", 14);
    expect(await desk.caller({ cookie: visitor.cookie })).not.toBeNull();
    // That was a use: the quarter begins anew.
    await age(visitor, "updatedAt", 14);
    expect(await desk.caller({ cookie: visitor.cookie })).not.toBeNull();
    await age(visitor, "updatedAt", 15);
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();
    expect((await visitor.get("/api/auth/list-sessions")).status).toBe(401);
  });

  test("ends after twelve hours whatever the use", async () => {
    const { visitor } = await desk.givenSignedIn();
    await age(visitor, "createdAt", 12 * 60 - 1);
    expect(await desk.caller({ cookie: visitor.cookie })).not.toBeNull();
    await age(visitor, "createdAt", 1);
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();
    expect((await visitor.get("/api/auth/list-sessions")).status).toBe(401);
  });

  test("follows its owner at once: a new role, another merchant, leaving", async () => {
    const { id, visitor } = await desk.givenSignedIn();
    const { db } = desk.database;
    const merchantId = "01900000-0000-7000-8000-000000000001";
    await db
      .updateTable("staff")
      .set({ role: "MERCHANT_VERIFIER", merchant_id: merchantId })
      .where("id", "=", id)
      .execute();
    expect(await desk.caller({ cookie: visitor.cookie })).toMatchObject({
      actor: { role: "MERCHANT_VERIFIER", merchantId },
    });
    await db.updateTable("staff").set({ active: false }).where("id", "=", id).execute();
    expect(await desk.caller({ cookie: visitor.cookie })).toBeNull();
    expect((await visitor.get("/api/auth/list-sessions")).status).toBe(401);
  });

  test("costs one statement a request, and one more at most once a minute", async () => {
    const { visitor } = await desk.givenSignedIn();
    expect(await countStatements(desk.database, () => desk.caller({ cookie: visitor.cookie }))).toBe(1);
    await age(visitor, "updatedAt", 2);
    expect(await countStatements(desk.database, () => desk.caller({ cookie: visitor.cookie }))).toBe(2);
    expect(await countStatements(desk.database, () => desk.caller({ cookie: visitor.cookie }))).toBe(1);
  });
});

describe("a forged cookie is nobody's, and does not reach the database", () => {
  test.each<[string, (token: string, signature: string) => string]>([
    ["a token without a signature", (token) => token],
    [
      "a token with another's signature",
      (token) => `${token}.${sign("another token", "a secret of more than thirty-two characters")}`,
    ],
    [
      "a token signed with another secret",
      (token) => `${token}.${sign(token, "another secret of more than thirty-two characters")}`,
    ],
    ["a signature cut short", (token, signature) => `${token}.${signature.slice(0, -2)}`],
    [
      "another token under a true signature",
      (token, signature) => `${token.startsWith("x") ? "y" : "x"}${token.slice(1)}.${signature}`,
    ],
    ["SQL", () => `' or true --.${"a".repeat(43)}=`],
    ["a stray percent sign", () => "%"],
    ["nothing", () => ""],
  ])("%s", async (_what, forge) => {
    const { visitor } = await desk.givenSignedIn();
    const [token = "", signature = ""] = decodeURIComponent(visitor.cookie.replace("redress.session_token=", "")).split(
      /\.(?=[^.]*$)/,
    );
    const forged = forge(token, signature);
    for (const value of [forged, encodeURIComponent(forged)]) {
      const cookie = `redress.session_token=${value}`;
      expect(await countStatements(desk.database, async () => expect(await desk.caller({ cookie })).toBeNull())).toBe(
        0,
      );
    }
  });

  test("the cookie of http does not stand for that of https", async () => {
    const secure = await startLoginDesk({ publicUrl: "https://desk.example" });
    try {
      const { visitor } = await secure.givenSignedIn();
      expect(visitor.cookie).toMatch(/^__Secure-redress\.session_token=/);
      expect(await secure.caller({ cookie: visitor.cookie })).not.toBeNull();
      expect(await secure.caller({ cookie: visitor.cookie.replace("__Secure-", "") })).toBeNull();
    } finally {
      await secure.close();
    }
  });
});

describe("an API key", () => {
  test("speaks for its member of staff, as a machine", async () => {
    const { id } = await desk.givenStaff();
    const key = await givenApiKey(desk.database.db, id, new Date());
    expect(await desk.caller({ authorization: `Bearer ${key}` })).toMatchObject({ cameBy: "API_KEY", actor: { id } });
  });

  test("is kept as a hash only", async () => {
    const { id } = await desk.givenStaff();
    const key = await givenApiKey(desk.database.db, id, new Date());
    const rows = await desk.database.db.selectFrom("api_key").selectAll().where("staff_id", "=", id).execute();
    expect(JSON.stringify(rows)).not.toContain(key);
  });

  test("is nobody's once it is revoked, or its owner has left, or a letter is wrong", async () => {
    const { db } = desk.database;
    const owner = await desk.givenStaff();
    const leaver = await desk.givenStaff();
    const orphan = await givenApiKey(db, leaver.id, new Date());
    const revoked = await givenApiKey(db, owner.id, new Date());
    await db.updateTable("api_key").set({ revoked_at: new Date() }).where("staff_id", "=", owner.id).execute();
    await db.updateTable("staff").set({ active: false }).where("id", "=", leaver.id).execute();
    for (const key of [revoked, orphan, `${orphan}x`, "x", "", "\0"]) {
      expect(await desk.caller({ authorization: `Bearer ${key}` })).toBeNull();
    }
  });

  test("that is wrong is not made good by a cookie beside it", async () => {
    const { visitor } = await desk.givenSignedIn();
    expect(await desk.caller({ cookie: visitor.cookie, authorization: "Bearer nonsense" })).toBeNull();
  });
});

async function signedIn(email: string): Promise<Visitor> {
  const visitor = desk.visitor();
  expect((await visitor.post("/api/auth/sign-in/email", { email, password: testPassword })).status).toBe(200);
  return visitor;
}

/** Makes a session so many minutes older, which is what waiting does. */
async function age(visitor: Visitor, column: "updatedAt" | "createdAt", minutes: number): Promise<void> {
  const token = decodeURIComponent(visitor.cookie)
    .replace(/^.*session_token=/, "")
    .split(".")[0];
  await desk.database.pool.query(`update auth.session set "${column}" = "${column}" - $2::interval where token = $1`, [
    token,
    `${minutes} minutes`,
  ]);
}

function sign(value: string, secret: string): string {
  return createHmac("sha256", secret).update(value).digest("base64");
}
