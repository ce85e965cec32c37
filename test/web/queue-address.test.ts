import { describe, expect, test } from "vitest";
import { caseReasons, caseStates } from "../../web/desk/filter-lists.ts";
import {
  hasFilters,
  type QueueAddress,
  readQueueAddress,
  toCaseFilter,
  writeQueueAddress,
} from "../../web/desk/queue-address.ts";
import { nextAddress, signInAddress } from "../../web/shell/sign-in-address.ts";

const words = { states: caseStates, reasons: caseReasons };
const read = (search: string) => readQueueAddress(new URLSearchParams(search), "action", words);

const everything: QueueAddress = {
  view: "all",
  state: "AT_BANK",
  reason: "DUPLICATE_CHARGE",
  unassigned: true,
  over: "1,299.00",
  currency: "CNY",
  order: "NEWEST",
  chosen: "RD-26-004812",
};

describe("the queue's address", () => {
  test("holds all that the page shows, and reads back as the same", () => {
    expect(read(writeQueueAddress(everything).toString())).toEqual(everything);
  });

  test("opens on the viewer's own view, by time left, with nothing narrowed", () => {
    expect(read("")).toMatchObject({ view: "action", order: "TIME_LEFT", chosen: null });
    expect(hasFilters(read(""))).toBe(false);
  });

  test("takes no word that the schema does not know", () => {
    const address = read("view=everything&state=LOST&reason=NONE&order=random");
    expect(address).toMatchObject({ view: "action", state: null, reason: null, order: "TIME_LEFT" });
  });

  test("is what the server is asked for, with the amount in minor units", () => {
    expect(toCaseFilter(everything)).toEqual({
      states: ["AT_BANK"],
      reasons: ["DUPLICATE_CHARGE"],
      unassigned: true,
      amountAtLeastMinor: "129900",
      currency: "CNY",
    });
    expect(toCaseFilter(read("view=mine"))).toEqual({ open: true, mine: true });
  });

  test("leaves out an amount that is none, rather than asking for something else", () => {
    expect(toCaseFilter(read("over=a lot"))).not.toHaveProperty("amountAtLeastMinor");
  });
});

describe("where signing in leads back to", () => {
  test("the page that was asked for, with all that its address says", () => {
    const address = signInAddress({ pathname: "/queue", search: "?view=mine" });
    expect(nextAddress(new URL(address, "http://desk").searchParams)).toBe("/queue?view=mine");
  });

  test.each(["//evil.example", "/\\evil.example", "https://evil.example", "javascript:alert(1)", "queue"])(
    "never %s, whoever put it into a link",
    (next) => {
      expect(nextAddress(new URLSearchParams({ next }))).toBe("/");
    },
  );

  test("the sign-in page itself does not lead to itself", () => {
    expect(signInAddress({ pathname: "/sign-in", search: "?next=%2Fimports" })).toBe("/sign-in?next=%2Fimports");
  });
});
