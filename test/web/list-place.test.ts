import { beforeEach, expect, test, vi } from "vitest";
import { keepListAddress, keepListNumbers, readListPlace } from "../../web/ui/list-place.ts";

beforeEach(() => sessionStorage.clear());

test("a case that was opened from no list leads to the start, with no neighbours", () => {
  expect(readListPlace()).toEqual({ address: "/", numbers: [], total: null });
});

test("the way back follows each step; the numbers are written only when they change", () => {
  const written = vi.spyOn(Storage.prototype, "setItem");
  keepListNumbers(["RD-26-000001", "RD-26-000002"]);
  keepListAddress("/queue?case=RD-26-000001");
  keepListAddress("/queue?case=RD-26-000002");
  expect(readListPlace()).toEqual({
    address: "/queue?case=RD-26-000002",
    numbers: ["RD-26-000001", "RD-26-000002"],
    total: null,
  });
  expect(written.mock.calls.filter(([, text]) => text.includes("000001") && text.startsWith("["))).toHaveLength(1);
});
