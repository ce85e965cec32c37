import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type LoginDesk, startLoginDesk, testPassword } from "../support/login-desk.ts";
import type { Answer } from "../support/visitor.ts";

let desk: LoginDesk;
beforeAll(async () => {
  desk = await startLoginDesk();
});
afterAll(() => desk.close());

describe("after ten failed tries a name is shut for half an hour", () => {
  test("the tenth try may still be right, and a right one forgets the others", async () => {
    const { email } = await desk.givenStaff();
    await fail(email, 9);
    expect((await signIn(email)).status).toBe(200);
    await fail(email, 9);
    expect((await signIn(email)).status).toBe(200);
  });

  test("after the tenth even the right password is refused, and others are not shut with them", async () => {
    const { email } = await desk.givenStaff();
    const other = await desk.givenStaff();
    await fail(email, 10);
    expect(await signIn(email)).toMatchObject({ status: 429, body: { code: "TOO_MANY_TRIES" } });
    expect(await signIn(email.toUpperCase())).toMatchObject({ status: 429 });
    expect((await signIn(other.email)).status).toBe(200);
  });

  test("a name that nobody has is shut alike, so that nobody learns which names there are", async () => {
    await fail("ghost@redress.test", 10);
    expect(await signIn("ghost@redress.test")).toMatchObject({ status: 429, body: { code: "TOO_MANY_TRIES" } });
  });

  test("guesses sent at once are each counted", async () => {
    const { email } = await desk.givenStaff();
    const answers = await Promise.all(Array.from({ length: 30 }, () => signIn(email, "guess of a pass phrase")));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  test("it opens by itself when the time is over, and tries meanwhile do not prolong it", async () => {
    const { email } = await desk.givenStaff();
    await fail(email, 10);
    await turnBack(29);
    expect((await signIn(email)).status).toBe(429);
    await turnBack(2);
    expect((await signIn(email)).status).toBe(200);
  });
});

test("one address may try only so many names a minute", async () => {
  const slow = await startLoginDesk({ limits: { signInsPerMinute: 5 } });
  try {
    const names = Array.from({ length: 7 }, (_, index) => `name${index}@redress.test`);
    const answers: Answer[] = [];
    for (const email of names)
      answers.push(await slow.visitor().post("/api/auth/sign-in/email", { email, password: testPassword }));
    expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 401, 401, 429, 429]);
  } finally {
    await slow.close();
  }
});

function signIn(email: string, password = testPassword): Promise<Answer> {
  return desk.visitor().post("/api/auth/sign-in/email", { email, password });
}

async function fail(email: string, times: number): Promise<void> {
  for (let time = 0; time < times; time++) expect((await signIn(email, "not the pass phrase")).status).toBe(401);
}

/** Makes what was counted so much older, which is what waiting does. */
async function turnBack(minutes: number): Promise<void> {
  await desk.database.pool.query("update auth.failed_sign_in set last_counted_at = last_counted_at - $1::interval", [
    `${minutes} minutes`,
  ]);
}
