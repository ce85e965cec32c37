import { describe, expect, test } from "vitest";
import {
  hasFilters,
  type QueueAddress,
  readQueueAddress,
  toCaseFilter,
  unfiltered,
  writeQueueAddress,
} from "../../web/desk/queue-address.ts";
import { nextAddress, signInAddress } from "../../web/shell/sign-in-address.ts";

const read = (search: string) => readQueueAddress(new URLSearchParams(search), "action");

const everything: QueueAddress = {
  view: "all",
  stage: ["BANK", "CONSUMER_PROTECTION"],
  state: ["AT_BANK"],
  reason: ["DUPLICATE_CHARGE"],
  outcome: ["DEFENDED"],
  channel: ["FILE"],
  origin: ["BANK"],
  network: ["UNIONPAY", "VISA"],
  assignee: ["me", "none"],
  merchant: "TWVyY2hhbnQ6MQ==",
  over: "1,299.00",
  under: "5000",
  currency: "CNY",
  due: "week",
  from: "2026-10-01",
  until: "2026-10-09",
  closedFrom: "2026-10-02",
  closedUntil: "2026-10-08",
  version: ["UG9saWN5VmVyc2lvbjox"],
  decided: "refused",
  decidedFrom: "2026-10-03",
  decidedUntil: "2026-10-07",
  overturned: ["BANK"],
  order: "AMOUNT",
  chosen: "RD-26-004812",
};

describe("the queue's address", () => {
  test("holds all that the page shows, and reads back as the same", () => {
    expect(read(writeQueueAddress(everything).toString())).toEqual(everything);
  });

  test("opens on the viewer's own view, by time left, with nothing narrowed", () => {
    expect(read("")).toMatchObject({ view: "action", order: "TIME_LEFT", chosen: null });
    expect(hasFilters(read(""))).toBe(false);
    expect(String(writeQueueAddress(read("")))).toBe("view=action");
  });

  test("what is kept is shown the newest first, since time left is of open cases alone", () => {
    expect(read("view=all").order).toBe("NEWEST");
    expect(read("view=all&order=left").order).toBe("TIME_LEFT");
  });

  test("takes no word that the schema does not know, and no order of amounts without one currency", () => {
    const address = read("view=everything&state=LOST,NEW&reason=NONE&order=amount&due=someday&from=now&currency=yuan");
    expect(address).toMatchObject({ view: "action", state: ["NEW"], reason: [], order: "TIME_LEFT", due: null });
    expect(address).toMatchObject({ from: null, currency: null });
  });

  test("is what the server is asked for, with amounts in minor units and spans left for it to count", () => {
    expect(toCaseFilter(everything)).toEqual({
      ...{ closedFrom: "2026-10-02", closedUntil: "2026-10-08", policyVersionIds: ["UG9saWN5VmVyc2lvbjox"] },
      happened: { kinds: ["DECLINE_REQUEST"], from: "2026-10-03", until: "2026-10-07", overturnedBy: ["BANK"] },
      stages: ["BANK", "CONSUMER_PROTECTION"],
      states: ["AT_BANK"],
      reasons: ["DUPLICATE_CHARGE"],
      outcomes: ["DEFENDED"],
      channels: ["FILE"],
      origins: ["BANK"],
      networks: ["UNIONPAY", "VISA"],
      mine: true,
      unassigned: true,
      merchantId: "TWVyY2hhbnQ6MQ==",
      currency: "CNY",
      amountAtLeastMinor: "129900",
      amountAtMostMinor: "500000",
      dueWithin: "THIS_WEEK",
      openedFrom: "2026-10-01",
      openedUntil: "2026-10-09",
    });
    expect(toCaseFilter(read("view=mine"))).toEqual({ open: true, mine: true });
    expect(toCaseFilter(read("view=bank"))).toEqual({ open: true, stages: ["BANK"], dueWithin: "THIS_WEEK" });
    expect(toCaseFilter(read("assignee=U3RhZmY6MQ=="))).toMatchObject({ assigneeId: "U3RhZmY6MQ==" });
  });

  test("a last day of something due ends with the desk's own midnight", () => {
    expect(toCaseFilter(read("due=2026-10-09"))).toMatchObject({ dueBefore: "2026-10-09T16:00:00.000Z" });
  });

  test("leaves out an amount that is none, rather than asking for something else", () => {
    expect(toCaseFilter(read("over=a lot&currency=CNY"))).not.toHaveProperty("amountAtLeastMinor");
    expect(toCaseFilter(read("over=10"))).not.toHaveProperty("amountAtLeastMinor");
    expect(read("over=10")).toMatchObject({ over: null });
  });

  test("clearing the filters keeps the view and its order", () => {
    const cleared = unfiltered(read("view=team&state=NEW&assignee=me&order=newest"));
    expect(String(writeQueueAddress(cleared))).toBe("view=team&order=newest");
    expect(hasFilters(cleared)).toBe(false);
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
