import { act, fireEvent, screen, within } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { describe, expect, test, vi } from "vitest";
import { ReopenSheet } from "../../web/pages/supervisor/ReopenSheet.tsx";
import { BreachList, BreachListFragment } from "../../web/supervisor/BreachList.tsx";
import { BreachWhyFragment } from "../../web/supervisor/BreachWhy.tsx";
import { LoadTable, LoadTableFragment } from "../../web/supervisor/LoadTable.tsx";
import { type Person, Reassign } from "../../web/supervisor/Reassign.tsx";
import { ReopenList, ReopenListFragment } from "../../web/supervisor/ReopenList.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const lina = { id: "s-1", name: "李娜" };
const emma = { id: "s-2", name: "Emma Clarke" };
const wu = { id: "s-3", name: "Daniel Wu" };
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

type Load = ResultOf<typeof LoadTableFragment>;
const idle: Load = {
  ...{ staff: lina, away: false, standIn: null, open: 0, overdue: 0, dueToday: 0 },
  ...{ averageAgeHours: null, money: [] },
};

describe("what each colleague has in hand", () => {
  const table = async (loads: Load[], onGive = vi.fn()) => {
    await show(<LoadTable loads={maskFragments([LoadTableFragment], loads)} onGive={onGive} />);
    return onGive;
  };
  const rowOf = (name: string | RegExp) => within(screen.getByRole("row", { name }));

  test("leads from each count to just its cases", async () => {
    await table([{ ...idle, open: 12, overdue: 3, dueToday: 5 }]);
    const leads = rowOf(/李娜/).getAllByRole<HTMLAnchorElement>("link");
    expect(leads.map(({ textContent, pathname, search }) => [textContent, `${pathname}${search}`])).toEqual([
      ["12", "/queue?view=team&assignee=s-1"],
      ["3", "/queue?view=team&assignee=s-1&due=overdue"],
      ["5", "/queue?view=team&assignee=s-1&due=today"],
    ]);
  });

  test("says what is overdue by a mark too, not by colour alone, and marks nothing else", async () => {
    await table([
      { ...idle, open: 2, overdue: 1 },
      { ...idle, staff: emma, open: 2, dueToday: 2 },
    ]);
    const marksOf = (name: RegExp) => screen.getByRole("row", { name }).querySelectorAll("td[data-name=Overdue] svg");
    expect(marksOf(/李娜/)).toHaveLength(1);
    expect(marksOf(/Emma/)).toHaveLength(0);
  });

  test("a count of none is a number, not a way to an empty list", async () => {
    await table([idle]);
    expect(rowOf(/李娜/).queryAllByRole("link")).toEqual([]);
    expect(rowOf(/李娜/).getAllByText("0")).toHaveLength(3);
    expect(rowOf(/李娜/).queryByRole("button")).toBeNull();
  });

  test("tells each currency apart, and an age in hours until it is two days", async () => {
    const money = [
      { minor: "120000", currency: "CNY" },
      { minor: "3300", currency: "USD" },
    ];
    await table([
      { ...idle, open: 1, averageAgeHours: 47.4, money },
      { ...idle, staff: emma, open: 1, averageAgeHours: 48 },
    ]);
    expect(rowOf(/李娜/).getByText("47 h")).toBeTruthy();
    expect(rowOf(/Emma/).getByText("2 days")).toBeTruthy();
    expect(rowOf(/李娜/).getByText(/1,200\.00/)).toBeTruthy();
    expect(rowOf(/李娜/).getByText(/33\.00/)).toBeTruthy();
  });

  test("says who is away, and who stands in", async () => {
    await table([
      { ...idle, away: true, standIn: emma },
      { ...idle, staff: wu, away: true },
    ]);
    expect(rowOf(/李娜/).getByText("away, Emma Clarke stands in")).toBeTruthy();
    expect(rowOf(/Daniel Wu/).getByText("away")).toBeTruthy();
  });

  test("cases that nobody has are a row of their own, and can be given too", async () => {
    const onGive = await table([
      { ...idle, staff: null, open: 4 },
      { ...idle, open: 1 },
    ]);
    expect(rowOf(/Unassigned/).getByRole("link", { name: "4" })).toHaveProperty("search", "?view=team&assignee=none");
    await press("Assign the cases that nobody has");
    await press("Reassign the cases of 李娜");
    expect(onGive.mock.calls).toEqual([[null], [lina]]);
  });
});

describe("work that changes hands", () => {
  const aCase = (n: number, to: Person, reasons: readonly object[] = []) => ({
    __typename: "Reassignment",
    case: { __typename: "Case", id: `c-${n}`, number: `RD-26-00000${n}`, version: n + 10 },
    to: { __typename: "Staff", ...to },
    reasons,
  });
  const frozen = { __typename: "Refusal", code: "CASE_CLOSED", message: "It is closed." };
  const plan = [aCase(1, emma), aCase(2, wu), aCase(3, wu, [frozen])];

  async function opened({
    lines = plan as object[],
    done = 2 as number | null,
    from = lina as Person | null,
    served = (_toIds: readonly string[]): readonly object[] | null => lines,
    lost = { status: 502, body: {} } as { readonly status?: number; readonly body: object },
  } = {}) {
    const asked = answering(({ name, variables }) => {
      if (name === "ReassignmentPlan") {
        const given = served((variables["input"] as { toIds: string[] }).toIds);
        if (given === null) return { status: 502, body: {} };
        return { body: { data: { __typename: "Query", reassignmentPlan: given } } };
      }
      if (done === null) return lost;
      const gone = { __typename: "CaseActionDone" };
      const stale = { __typename: "StaleCase", message: "It changed meanwhile." };
      const rows = ["c-1", "c-2"].map((caseId, at) => ({
        __typename: "BulkRow",
        caseId,
        result: at < done ? gone : stale,
      }));
      const assignCases = { __typename: "BulkResult", done, rows };
      return { body: { data: { __typename: "Mutation", assignCases } } };
    });
    const [onClose, onDone] = [vi.fn(), vi.fn()];
    await show(
      <Desk>
        <Reassign
          from={from}
          people={[
            { ...emma, open: 18, away: false },
            { ...wu, open: 1, away: true },
          ]}
          onClose={onClose}
          onDone={onDone}
        />
      </Desk>,
    );
    return { asked, onClose, onDone };
  }
  const choose = (...names: string[]) => {
    for (const name of names) fireEvent.click(screen.getByRole("checkbox", { name }));
  };
  const previewed = async (...names: string[]) => {
    choose(...names);
    await press("Preview");
    await screen.findByRole("list", { name: "How they would be spread" });
  };
  const sent = (asked: Awaited<ReturnType<typeof opened>>["asked"]) =>
    asked.filter(({ name }) => name === "ReassignCases").map(({ variables }) => variables["input"]);

  test("of whoever could take over it is said how much they have, and that they are away", async () => {
    await opened({ from: lina });
    const [inHand, away] = ["Emma Clarke", "Daniel Wu"].map((name) => screen.getByRole("checkbox", { name }));
    expect(screen.getByText("18 open cases").id).toBe(inHand?.getAttribute("aria-describedby"));
    expect(screen.getByText("away, 1 open case").id).toBe(away?.getAttribute("aria-describedby"));
  });

  test("nothing is asked before somebody is chosen, and nothing is given before it was looked at", async () => {
    const { asked } = await opened();
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Preview" }).disabled).toBe(true);
    expect(asked).toEqual([]);
    await previewed("Emma Clarke", "Daniel Wu");
    expect(asked.map(({ name, variables }) => [name, variables])).toEqual([
      ["ReassignmentPlan", { input: { fromId: "s-1", toIds: ["s-2", "s-3"] } }],
    ]);
  });

  test("the preview says to whom each goes, and why one stays", async () => {
    await opened();
    await previewed("Emma Clarke");
    const lines = within(screen.getByRole("list", { name: "How they would be spread" })).getAllByRole("listitem");
    expect(lines.map(({ textContent }) => textContent)).toEqual([
      "RD-26-000001to Emma Clarke",
      "RD-26-000002to Daniel Wu",
      "RD-26-000003Cannot change hands, left outIt is closed.",
    ]);
    expect(screen.getByRole("button", { name: "Reassign 2 cases" })).toBeTruthy();
  });

  test("gives just what may be given, each at the version that was looked at, and says that all of it went", async () => {
    const { asked, onDone } = await opened();
    await previewed("Emma Clarke");
    await press("Reassign 2 cases");
    expect(sent(asked)).toEqual([
      {
        idempotencyKey: expect.stringMatching(/^[0-9a-f-]{36}$/),
        cases: [
          { caseId: "c-1", expectedVersion: 11, assigneeId: "s-2" },
          { caseId: "c-2", expectedVersion: 12, assigneeId: "s-3" },
        ],
      },
    ]);
    expect(await screen.findByText("2 cases changed hands.")).toBeTruthy();
    await act(async () => void fireEvent.click(screen.getAllByRole("button", { name: "Close" }).at(-1) as HTMLElement));
    expect(onDone).toHaveBeenCalledOnce();
  });

  test("what moved meanwhile is counted as left, not as done", async () => {
    await opened({ done: 1 });
    await previewed("Emma Clarke");
    await press("Reassign 2 cases");
    const told = await screen.findByText(/^1 changed hands; 1 did not/);
    expect(told.closest("[data-kind]")?.getAttribute("data-kind")).toBe("changed");
    const stayed = within(screen.getByRole("list", { name: "What did not change hands, and why" }));
    expect(stayed.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "RD-26-000002It changed meanwhile.",
    ]);
  });

  test("the plan of an earlier choice is never given, while another is under way or where it could not be had", async () => {
    const { asked } = await opened({
      served: ([first]) => (first === emma.id ? [aCase(1, emma)] : null),
    });
    await previewed("Emma Clarke");
    choose("Emma Clarke", "Daniel Wu");
    fireEvent.click(screen.getByRole("button", { name: "Preview" }));
    expect(screen.queryByRole("button", { name: /^Reassign \d/ })).toBeNull();
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Reassign \d/ })).toBeNull();
    expect(screen.queryByRole("list", { name: "How they would be spread" })).toBeNull();
    expect(sent(asked)).toEqual([]);
  });

  test("a double press on the preview looks, and gives nothing", async () => {
    const { asked } = await opened();
    await previewed("Emma Clarke");
    const confirm = screen.getByRole("button", { name: "Reassign 2 cases" });
    await act(async () => void fireEvent.click(confirm, { detail: 2 }));
    expect(sent(asked)).toEqual([]);
  });

  test("no more people can be chosen than one plan spreads over", async () => {
    const many = Array.from({ length: 21 }, (_, at) => ({ id: `p-${at}`, name: `Person ${at}` }));
    await show(
      <Desk>
        <Reassign
          from={lina}
          people={many.map((one) => ({ ...one, open: 0, away: false }))}
          onClose={vi.fn()}
          onDone={vi.fn()}
        />
      </Desk>,
    );
    choose(...many.slice(0, 20).map(({ name }) => name));
    expect(screen.getByText("At most 20 people at once.")).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>("checkbox", { name: "Person 20" }).disabled).toBe(true);
  });

  test("where the answer was lost it is not called done, and asking again is the same intention", async () => {
    const { asked } = await opened({ done: null });
    await previewed("Emma Clarke");
    await press("Reassign 2 cases");
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    expect(screen.queryByText(/changed hands\./)).toBeNull();
    await press("Reassign 2 cases");
    const keys = (sent(asked) as { idempotencyKey: string }[]).map(({ idempotencyKey }) => idempotencyKey);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
  });

  test("what the server broke off may have been done in part, and that is said", async () => {
    const broken = { message: "", extensions: { code: "INTERNAL_SERVER_ERROR", reference: "ref-1" } };
    const { onClose, onDone } = await opened({ done: null, lost: { body: { data: null, errors: [broken] } } });
    await previewed("Emma Clarke");
    await press("Reassign 2 cases");
    expect((await screen.findByRole("alert")).textContent).toMatch(/^The server failed.*Some may be done already/);
    // Whoever leaves then finds the list as it is now.
    await press("Cancel");
    expect([onClose, onDone].map(({ mock }) => mock.calls.length)).toEqual([0, 1]);
  });

  test("another choice of people is looked at anew before anything can be given", async () => {
    const { asked } = await opened();
    await previewed("Emma Clarke");
    choose("Daniel Wu");
    expect(screen.queryByRole("button", { name: /^Reassign \d/ })).toBeNull();
    await press("Preview");
    expect(asked.at(-1)?.variables).toEqual({ input: { fromId: "s-1", toIds: ["s-2", "s-3"] } });
    expect(sent(asked)).toEqual([]);
  });

  test("cases that nobody has are asked for as nobody's, and none says so", async () => {
    const { asked } = await opened({ from: null, lines: [] });
    choose("Emma Clarke");
    await press("Preview");
    expect(await screen.findByText("There is nothing to reassign.")).toBeTruthy();
    expect(asked[0]?.variables).toEqual({ input: { fromId: null, toIds: ["s-2"] } });
  });
});

describe("closed cases over which something stands", () => {
  type Line = ResultOf<typeof ReopenListFragment>;
  type OfCase = NonNullable<Line["case"]>;
  const closed: OfCase = {
    ...{ id: "c-1", number: "RD-26-000101", outcome: "DECLINED", amount: { minor: "129900", currency: "CNY" } },
    availableActions: [{ action: "REOPEN", allowed: true, reasons: [] }],
  };
  const line: Line = {
    ...{ closedAt: "2025-03-02T04:00:00.000Z", reopenUntil: "2025-04-01T04:00:00.000Z", ranOut: [] },
    ...{ complainedAt: null, case: closed },
  };
  const list = async (lines: Line[], onReopen = vi.fn()) => {
    await show(<ReopenList reopenable={maskFragments([ReopenListFragment], lines)} onReopen={onReopen} />);
    return onReopen;
  };

  test("say how they ended, what was missed and that the customer wrote, and until when they can be reopened", async () => {
    await list([{ ...line, ranOut: ["First answer", "Refund sent"], complainedAt: "2025-03-05T04:00:00.000Z" }]);
    const item = within(screen.getByRole("listitem"));
    expect(item.getByRole("link", { name: "RD-26-000101" })).toHaveProperty("pathname", "/cases/RD-26-000101");
    expect(item.getByText("Missed: First answer and Refund sent")).toBeTruthy();
    expect(item.getByText(/^The customer wrote after it closed · .*5 Mar 2025/)).toBeTruthy();
    expect(item.getByText(/^Can be reopened until .*1 Apr 2025/)).toBeTruthy();
    expect(item.getByText(/1,299\.00/)).toBeTruthy();
  });

  test("say nothing of what did not happen", async () => {
    await list([line]);
    expect(screen.queryByText(/^Missed/)).toBeNull();
    expect(screen.queryByText(/customer wrote/)).toBeNull();
  });

  test("lead to the sheet of that case and of no other", async () => {
    const onReopen = await list([line, { ...line, case: { ...closed, id: "c-2", number: "RD-26-000102" } }]);
    await press("Reopen RD-26-000102");
    expect(onReopen.mock.calls).toEqual([["RD-26-000102"]]);
  });

  test("that may not be reopened by the viewer say why in place of the button", async () => {
    const reasons = [{ code: "REOPEN_WINDOW_CLOSED" as const, message: "The time to reopen has passed." }];
    await list([{ ...line, case: { ...closed, availableActions: [{ action: "REOPEN", allowed: false, reasons }] } }]);
    expect(screen.queryByRole("button")).toBeNull();
    expect(screen.getByText("The time to reopen has passed.")).toBeTruthy();
  });
});

describe("why a deadline was missed", () => {
  const holdings: ResultOf<typeof BreachWhyFragment>["holdings"] = [
    { staff: null, from: "2025-03-01T00:00:00.000Z", until: "2025-03-01T00:30:00.000Z" },
    { staff: lina, from: "2025-03-01T00:30:00.000Z", until: "2025-03-01T05:30:00.000Z" },
    { staff: emma, from: "2025-03-01T05:30:00.000Z", until: "2025-03-04T05:30:00.000Z" },
  ];
  const breach = {
    ...{ id: "b-1", title: "First answer to the customer", at: "2025-03-02T00:00:00.000Z" },
    ...{ dueAt: "2025-03-02T00:00:00.000Z", metAt: "2025-03-02T05:00:00.000Z" },
    ...{ nextKind: "REQUEST_INFORMATION" as const, nextAt: "2025-03-02T05:00:00.000Z" },
    ...{ assignee: lina, case: { id: "c-1", number: "RD-26-000101" } },
    ...{ rule: "merchant-answer", clock: { id: "k-1", owner: "MERCHANT" as string } },
    approvers: [] as (typeof lina)[],
  };
  const list = (
    change: Partial<typeof breach> | Readonly<Record<string, null>> = {},
    language: "en" | "zh-CN" = "en",
  ) => {
    const one = { ...breach, ...change, ...maskFragments([BreachWhyFragment], { holdings }) };
    const breaches = maskFragments([BreachListFragment], [one as ResultOf<typeof BreachListFragment>]);
    return show(<BreachList breaches={breaches} proofOf={(id) => <p>proof of {id}</p>} />, language);
  };

  test("says how late it got until it was done, who had it, and what happened next", async () => {
    await list();
    expect(screen.getByText("5 h late")).toBeTruthy();
    expect(screen.queryByText("Not done yet")).toBeNull();
    expect(screen.getByText("李娜 had it")).toBeTruthy();
    expect(screen.getByText(/^Then: .+ · .*2 Mar 2025/)).toBeTruthy();
  });

  test("says who had to act, which is not always whoever had the case", async () => {
    const { unmount } = await list();
    expect(screen.getByText("Waited for: Shop")).toBeTruthy();
    unmount();
    const approval = { rule: "approval", clock: { id: "k-1", owner: "DESK" } };
    const { unmount: leave } = await list({ ...approval, approvers: [emma, wu] });
    expect(screen.getByText("Waited for: approval by Emma Clarke or Daniel Wu")).toBeTruthy();
    expect(screen.getByText("李娜 had it")).toBeTruthy();
    leave();
    const { unmount: away } = await list(approval);
    expect(screen.getByText("Waited for: An approver")).toBeTruthy();
    away();
    await list({ ...approval, approvers: [lina, wu] }, "zh-CN");
    expect(screen.getByText("等待：李娜或 Daniel Wu 审批")).toBeTruthy();
  });

  test("what is still not done grows later by the clock, and says so", async () => {
    await list({ metAt: null, nextKind: null, nextAt: null, assignee: null });
    const days = Math.floor((Date.now() - Date.parse(breach.dueAt)) / 86_400_000);
    expect(screen.getByText(`${days} days late`)).toBeTruthy();
    expect(screen.getByText("Not done yet")).toBeTruthy();
    expect(screen.getByText("Unassigned at the time")).toBeTruthy();
    expect(screen.getByText("Nothing has happened since")).toBeTruthy();
  });

  test("shows the proof of its date, and through whose hands it went for how long, in order", async () => {
    await list();
    const why = within(screen.getByText("The rule, and whose hands it was in").closest("details") as HTMLElement);
    expect(why.getByText("proof of b-1")).toBeTruthy();
    const hands = why.getAllByRole("listitem", { hidden: true }).map(({ textContent }) => textContent ?? "");
    expect(hands).toEqual([
      expect.stringMatching(/^Unassigned 30 min from .*1 Mar 2025/),
      expect.stringMatching(/^李娜 5 h from /),
      expect.stringMatching(/^Emma Clarke 3 days from /),
    ]);
  });
});

describe("the sheet by which a case is reopened", () => {
  const sheet = (onClose = vi.fn()) =>
    show(
      <Desk>
        <ReopenSheet number="RD-26-000101" onClose={onClose} onDone={vi.fn()} />
      </Desk>,
    );

  test("says that it is being read, and can be left meanwhile", async () => {
    answering(() => new Promise<never>(() => undefined));
    const onClose = vi.fn();
    await sheet(onClose);
    expect(screen.getByRole("status", { name: "Loading" })).toBeTruthy();
    await press("Close");
    expect(onClose).toHaveBeenCalledOnce();
  });

  test("says that the case is gone", async () => {
    answering(() => ({ body: { data: { __typename: "Query", case: null } } }));
    await sheet();
    expect(await screen.findByText("There is no case RD-26-000101")).toBeTruthy();
  });
});
