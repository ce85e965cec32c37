import { act, fireEvent, screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { describe, expect, test, vi } from "vitest";
import { Absences, AbsencesFragment } from "../../web/approvals/Absences.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

type Absence = ResultOf<typeof AbsencesFragment>;
const zhou = { id: "s-1", name: "周海燕", standInGaps: [] };
const course = { id: "k-1", title: "Approving refunds above the limit" };
const emma = { id: "s-2", name: "Emma Clarke", standInGaps: [] };
/** To the end of 4 April, as the desk's calendar has it. */
const own: Absence = {
  ...{ id: "d-1", startsAt: "2025-03-31T16:00:00.000Z", endsAt: "2025-04-04T16:00:00.000Z" },
  ...{ inForce: true, mine: true, staff: zhou, delegate: emma },
};

const part = async (absences: Absence[], mayHandOn = true, language: "en" | "zh-CN" = "en") => {
  const onChange = vi.fn();
  const delegations = maskFragments([AbsencesFragment], absences);
  await show(
    <Desk>
      <Absences delegations={delegations} mayHandOn={mayHandOn} viewerId={zhou.id} onChange={onChange} />
    </Desk>,
    language,
  );
  return onChange;
};
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const kindOf = (text: string) => screen.getByText(text).closest("[data-kind]")?.getAttribute("data-kind");

describe("who is away", () => {
  test("is said to the last day, which is the one before the absence's end, and with who stands in", async () => {
    await part([own, { ...own, id: "d-2", mine: false, inForce: false, staff: emma, delegate: zhou }]);
    expect(screen.getByText("Emma Clarke stands in for 周海燕")).toBeTruthy();
    expect(screen.getByText(/^Tue 1 Apr 2025 to Fri 4 Apr 2025 · In force$/)).toBeTruthy();
    expect(screen.getByText(/Not begun$/)).toBeTruthy();
  });

  test("for one day is said as that day", async () => {
    await part([{ ...own, endsAt: "2025-04-01T16:00:00.000Z" }], true, "zh-CN");
    expect(screen.getByText("2025年4月1日 周二 · 生效中")).toBeTruthy();
  });

  test("is ended by themselves alone", async () => {
    await part([{ ...own, mine: false }]);
    expect(screen.queryByRole("button", { name: "End now" })).toBeNull();
  });

  test("is set only by whoever has approvals to hand on", async () => {
    await part([], false);
    expect(screen.getByText("Nobody is away.")).toBeTruthy();
    expect(screen.queryByRole("button")).toBeNull();
  });
});

describe("taking an absence back", () => {
  test.each([
    [true, "They no longer stand in for you. What they decided for you stands."],
    [false, "It was over already. Nobody stands in for you by it."],
  ])("that is answered %s says so", async (endDelegation, said) => {
    const asked = answering(() => ({ body: { data: { __typename: "Mutation", endDelegation } } }));
    const onChange = await part([own]);
    await press("End now");
    expect(asked.map(({ name, variables }) => [name, variables])).toEqual([["EndDelegation", { id: "d-1" }]]);
    expect(await screen.findByText(said)).toBeTruthy();
    expect(onChange).toHaveBeenCalledOnce();
  });

  test("whose answer was lost is not said to be done", async () => {
    answering(() => ({ status: 502, body: {} }));
    await part([own]);
    await press("End now");
    const told = "Could not reach the server. Trying again is safe: nothing happens twice.";
    await screen.findByText(told);
    expect(kindOf(told)).toBe("no");
    expect(screen.queryByText(/no longer stand in/)).toBeNull();
  });
});

describe("a stand-in who lacks the training that approving needs", () => {
  const warning = /no valid record of “Approving refunds above the limit”/;

  test("is warned of beside their absence", async () => {
    await part([
      { ...own, delegate: { ...emma, standInGaps: [course] } },
      { ...own, id: "d-2" },
    ]);
    expect(screen.getAllByText(warning)).toHaveLength(1);
  });

  test("is warned of when chosen, with the course by name, and can be set all the same", async () => {
    const staff = { __typename: "Staff", id: "s-2", name: "Emma Clarke", role: "SUPPORT_AGENT" };
    const edges = [{ __typename: "StaffEdge", node: staff }];
    const answers: Readonly<Record<string, object>> = {
      StaffChoices: {
        staff: { __typename: "StaffConnection", edges, pageInfo: { __typename: "PageInfo", hasNextPage: false } },
      },
      PickedNames: { staff },
      StandInGaps: { node: { ...staff, standInGaps: [{ __typename: "Course", ...course }] } },
    };
    answering(({ name }) => ({ body: { data: { __typename: "Query", ...answers[name] } } }));
    await part([]);
    expect(screen.queryByText(warning)).toBeNull();
    fireEvent.keyDown(screen.getByRole("combobox"), { key: "ArrowDown" });
    const emma = await screen.findByRole("option", { name: /^Emma Clarke/ });
    await act(async () => void fireEvent.click(emma));
    expect(await screen.findByText(warning)).toBeTruthy();
    expect(screen.getAllByRole<HTMLButtonElement>("button").filter(({ disabled }) => disabled)).toEqual([]);
  });
});

describe("setting an absence", () => {
  const REFUSED = { __typename: "DelegationRefused", message: "Nobody stands in.", reasons: ["One.", "Two."] };

  test("asks for whole days of the desk, the last one counted in", async () => {
    const asked = answering(() => ({ body: { data: { __typename: "Mutation", delegateApprovals: REFUSED } } }));
    await part([]);
    fireEvent.change(screen.getByLabelText("First day"), { target: { value: "2099-04-01" } });
    fireEvent.change(screen.getByLabelText("Last day"), { target: { value: "2099-04-04" } });
    const form = screen.getByLabelText("Last day").closest("form");
    if (form === null) throw new Error("no form");
    await act(async () => void fireEvent.submit(form));
    expect(asked.at(-1)?.variables["input"]).toMatchObject({
      startsAt: "2099-03-31T16:00:00.000Z",
      endsAt: "2099-04-04T16:00:00.000Z",
    });
    expect(await screen.findByText("One.")).toBeTruthy();
    expect(screen.getByText("Two.")).toBeTruthy();
    expect(screen.queryByText("They stand in for you.")).toBeNull();
  });
});
