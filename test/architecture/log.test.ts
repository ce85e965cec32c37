import { describe, expect, test } from "vitest";
import { openLog } from "../../server/platform/log.ts";
import type { Log } from "../../server/platform/log-line.ts";

/** A log and the lines that it wrote, as objects. */
function givenLog() {
  const lines: Record<string, unknown>[] = [];
  const log = openLog("info", { write: (line: string) => void lines.push(JSON.parse(line)) });
  return { log, lines };
}

describe("a log line", () => {
  test("of a field that is not on the list does not compile, also where a spread brings it", () => {
    const { log, lines }: { readonly log: Log; readonly lines: readonly object[] } = givenLog();
    const customer = { caseId: "c1", customerName: "张伟" };
    // @ts-expect-error: a person's name
    log.info({ ...customer }, "seen");
    expect(lines).toMatchObject([{ caseId: "c1", left: ["customerName"] }]);
  });

  test("is one JSON object with the time, the level and the allowed fields", () => {
    const { log, lines } = givenLog();
    log.info({ caseId: "c1", durationMs: 12 }, "case escalated");
    expect(lines).toMatchObject([{ level: "info", caseId: "c1", durationMs: 12, msg: "case escalated" }]);
    expect(Date.parse(String(lines[0]?.["time"]))).not.toBeNaN();
  });

  test("leaves out a field that is not on the list, and names it", () => {
    const { log, lines } = givenLog();
    log.info({ caseId: "c1", customerName: "张伟" }, "seen");
    log.child({ email: "a@b.example", requestId: "r1" }).info("child");
    expect(JSON.stringify(lines)).not.toMatch(/张伟|a@b/);
    expect(lines).toMatchObject([
      { caseId: "c1", left: ["customerName"] },
      { requestId: "r1", left: ["email"] },
    ]);
  });

  test("keeps no address, telephone or card number of an error's message", () => {
    const { log, lines } = givenLog();
    const cause = new Error("called 138 0013 8000");
    log.error({ err: new Error("no mailbox wei@redress.example for 4111111111111111", { cause }) });
    log.error(new Error("again wei@redress.example"));
    expect(JSON.stringify(lines)).not.toMatch(/wei@|4111|8000/);
    expect(lines[0]).toMatchObject({ err: { message: "no mailbox [address] for [number]", cause: { type: "Error" } } });
  });

  test("keeps the code of a database error and none of its statement", () => {
    const { log, lines } = givenLog();
    const err = Object.assign(new Error("insert into customer values ('张伟') - duplicate key"), {
      code: "23505",
      constraint: "customer_phone_key",
    });
    log.error({ err }, "failed");
    expect(JSON.stringify(lines)).not.toMatch(/张伟/);
    expect(lines[0]).toMatchObject({
      err: { code: "23505", constraint: "customer_phone_key", message: "database error 23505" },
    });
  });

  test("says what a plain object that was an error once says of itself, as the queue's are", () => {
    const { log, lines } = givenLog();
    log.error({ err: { message: "terminating connection", code: "57P01", queue: "send-notice" } }, "goes on");
    log.error(
      { err: { message: "mail to wei@redress.example", stack: "Error: x\n    at send (mail.ts:1:1)" } },
      "goes on",
    );
    expect(lines[0]).toMatchObject({ err: { code: "57P01", message: "database error 57P01" } });
    expect(lines[1]).toMatchObject({ err: { message: "mail to [address]", at: ["send (mail.ts:1:1)"] } });
  });
});
