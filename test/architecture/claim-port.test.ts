import { expect, test } from "vitest";
import { claimPort } from "../../server/platform/claim-port.ts";

test("a port is one start's from its first moment, which a second one and any caller hear, until it is let go", async () => {
  const first = await claimPort("127.0.0.1", 0);
  const second = () => claimPort("127.0.0.1", first.port);
  await expect(second()).rejects.toThrow(`Port ${first.port} is taken`);
  const answer = await fetch(`http://127.0.0.1:${first.port}/readyz`);
  expect([answer.status, answer.headers.get("retry-after")]).toEqual([503, "5"]);
  await first.release();
  await (await second()).release();
});
