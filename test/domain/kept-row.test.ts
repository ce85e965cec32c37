import { describe, expect, test } from "vitest";
import { keptRow, keptText } from "../../server/transactions/domain/kept-row.ts";

describe("a bad row in the report", () => {
  const header = ["transaction_id", "name", "CVV2", "Track 2"];

  test("is the row as it came", () => {
    expect(keptRow(["TXN-1", 'A "fine", shop', "", ""], header)).toBe('TXN-1,"A ""fine"", shop",,');
  });

  test("has no card number beyond first six and last four, and no code or track at all", () => {
    const kept = keptRow(
      ["4111111111111111", "Visa 4111-1111-1111-1111", "123", "4111111111111111=25121010000"],
      header,
    );
    expect(kept).toBe("411111******1111,Visa 411111******1111,***,***");
  });

  test("has nothing that a database or a terminal chokes on", () => {
    expect(keptText("a\u0000b\u001b[2Jc")).toBe("a\ufffdb\ufffd[2Jc");
  });

  test("does not go on for ever", () => {
    expect(Array.from(keptText("字".repeat(5000)))).toHaveLength(2000);
  });
});
