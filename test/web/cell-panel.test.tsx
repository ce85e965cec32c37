import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { CellPanel } from "../../web/pages/training/CellPanel.tsx";
import { LearnPage } from "../../web/pages/training/LearnPage.tsx";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const lapsed = { standing: "LAPSED", days: 40 } as const;
const chosen = { staffId: "s-1", person: "Emma", courseId: "k-1", course: "Disputes", opens: [], cell: lapsed };

test("a waiver takes the focus to its reason, can have an end, and is said in words once it is given", async () => {
  const waived = {
    __typename: "TrainingWaived",
    record: { __typename: "TrainingRecord", id: "r-1", state: "WAIVED" },
  };
  const asked = answering(() => ({ body: { data: { __typename: "Mutation", waiveTraining: waived } } }));
  const said: string[] = [];
  await show(
    <Desk viewer={{ ...agent, permissions: ["TRAINING_WAIVE"] }}>
      <CellPanel chosen={chosen} onChanged={(done) => said.push(done)} onClose={() => undefined} />
    </Desk>,
  );
  expect(screen.getAllByText(/Lapsed/).map(({ textContent }) => textContent)).toEqual(["Lapsed 40 days ago."]);
  fireEvent.click(screen.getByRole("button", { name: "Waive…" }));
  const reason = screen.getByLabelText("Why they can do without");
  expect(document.activeElement).toBe(reason);
  fireEvent.change(reason, { target: { value: "Taught it herself" } });
  fireEvent.change(screen.getByLabelText("Until"), { target: { value: "2999-06-30" } });
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Waive it" })));
  expect(asked.at(-1)?.variables).toEqual({
    input: { staffId: "s-1", courseId: "k-1", reason: "Taught it herself", validUntil: "2999-06-30" },
  });
  expect(said).toEqual(["Emma can do without Disputes"]);
});

test("of a course that no rule asks of somebody it says what a record would open, and not that it is their gap", async () => {
  await show(
    <Desk>
      <CellPanel
        chosen={{ ...chosen, opens: ["ESCALATE_TO_BANK"], cell: { standing: "NOT_NEEDED", days: null } }}
        onChanged={() => undefined}
        onClose={() => undefined}
      />
    </Desk>,
  );
  expect(
    screen.getByText("No rule asks it of them. Without a valid record they could not: Escalate to bank."),
  ).toBeTruthy();
  expect(screen.queryByText(/Shut to them now/)).toBeNull();
});

test("what is tried again is the waiver that was not answered, and no course is assigned", async () => {
  const { asked } = wholeDesk(({ name }) => (name === "CellRecords" ? {} : null));
  await show(
    <Desk viewer={{ ...agent, permissions: ["TRAINING_WAIVE", "TRAINING_MANAGE"] }}>
      <CellPanel chosen={chosen} onChanged={() => undefined} onClose={() => undefined} />
    </Desk>,
  );
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
  await press("Waive…");
  fireEvent.change(screen.getByLabelText("Why they can do without"), { target: { value: "Taught it herself" } });
  await press("Waive it");
  await press("Try again");
  const writes = asked.filter(({ variables }) => "input" in variables).map(({ name }) => name);
  expect(writes).toEqual(["waiveTraining", "waiveTraining"]);
});

test("what is tried again of a quiz is what was handed in, and no other quiz is begun", async () => {
  const { asked } = wholeDesk(({ name }) => {
    if (name === "startTraining") return { startTraining: { __typename: "QuizReady" } };
    return name === "submitQuiz" ? null : { course: { published: {} } };
  });
  await show(
    <Desk>
      <LearnPage />
    </Desk>,
  );
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
  await press("Begin the quiz");
  await press("Hand in");
  await press("Try again");
  expect(asked.slice(-2).map(({ name }) => name)).toEqual(["submitQuiz", "submitQuiz"]);
});

test("whose record holds reads that before they begin a quiz that nobody asks of them", async () => {
  const course = { id: "k-1", published: {} };
  wholeDesk(({ name }) =>
    name === "LearnPage"
      ? { course, courseStandings: [{ course, standing: "VALID", validUntil: "2999-06-30", dueOn: null }] }
      : {},
  );
  await show(
    <Desk>
      <LearnPage />
    </Desk>,
  );
  expect(await screen.findByText(/^Your record holds until .* 2999\./)).toBeTruthy();
});

test.each([
  ["LAPSING", 1, "Lapses in 1 day."],
  ["VALID", null, "Valid"],
] as const)("says of a cell that is %s how it stands", async (standing, days, said) => {
  await show(
    <Desk>
      <CellPanel
        chosen={{ ...chosen, cell: { standing, days } }}
        onChanged={() => undefined}
        onClose={() => undefined}
      />
    </Desk>,
  );
  expect(screen.getByText(said)).toBeTruthy();
});

test("of whoever has an open assignment it says why and by when, and that no second one was given", async () => {
  const open = {
    ...{ __typename: "TrainingRecord", id: "r-1", state: "ASSIGNED", cause: "POLICY", open: true, reason: null },
    ...{ dueOn: "2999-06-30", opensOn: null, closesOn: null, waivedBy: null },
    ...{ withdrawalReason: null, withdrawnAt: null, withdrawnBy: null },
  };
  const edges = [{ __typename: "TrainingRecordEdge", node: open }];
  answering(({ name }) => ({
    body: {
      data:
        name === "CellRecords"
          ? { __typename: "Query", trainingRecords: { __typename: "TrainingRecordConnection", edges } }
          : {
              __typename: "Mutation",
              assignTraining: { __typename: "TrainingAssigned", assigned: 0, holding: 0, alreadyAssigned: 1 },
            },
    },
  }));
  const said: string[] = [];
  await show(
    <Desk viewer={{ ...agent, permissions: ["TRAINING_MANAGE"] }}>
      <CellPanel
        chosen={{ ...chosen, cell: { standing: "VALID", days: null } }}
        onChanged={(what) => said.push(what)}
        onClose={() => undefined}
      />
    </Desk>,
  );
  expect(await screen.findByText(/^Assigned · New policy version · Due by .*30 Jun/)).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: /^Assign, due/ })));
  expect(screen.getByText("Emma has an open assignment of Disputes already; nothing was assigned.")).toBeTruthy();
  expect(said).toEqual([]);
});

test("a waiver that holds says why it was given, and is withdrawn from the cell", async () => {
  const waiver = {
    ...{ __typename: "TrainingRecord", id: "r-1", state: "WAIVED", open: false, reason: "Taught it herself" },
    cause: "WAIVER",
    ...{ dueOn: null, opensOn: null, closesOn: null, withdrawalReason: null, withdrawnAt: null, withdrawnBy: null },
    waivedBy: { __typename: "Staff", id: "s-9", name: "Wang Fang" },
  };
  const passed = { ...waiver, id: "r-2", state: "PASSED", reason: null, waivedBy: null };
  const records = {
    __typename: "TrainingRecordConnection",
    edges: [waiver, passed].map((node) => ({ __typename: "TrainingRecordEdge", node })),
  };
  const done = { __typename: "TrainingRecordChanged", record: { ...waiver, state: "WITHDRAWN" } };
  const asked = answering(({ name }) => ({
    body: {
      data:
        name === "CellRecords"
          ? { __typename: "Query", trainingRecords: records }
          : { __typename: "Mutation", withdrawWaiver: done },
    },
  }));
  const said: string[] = [];
  await show(
    <Desk viewer={{ ...agent, permissions: ["TRAINING_WAIVE"] }}>
      <CellPanel
        chosen={{ ...chosen, cell: { standing: "VALID", days: null } }}
        onChanged={(what) => said.push(what)}
        onClose={() => undefined}
      />
    </Desk>,
  );
  expect(await screen.findByText("Waived by Wang Fang. Reason: Taught it herself")).toBeTruthy();
  fireEvent.click(screen.getByRole("button", { name: "Withdraw the waiver…" }));
  fireEvent.change(screen.getByLabelText("Why"), { target: { value: "Given by mistake." } });
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Withdraw the waiver" })));
  expect(asked.at(-1)?.variables).toEqual({ input: { recordId: "r-1", reason: "Given by mistake." } });
  expect(said).toEqual(["Emma no longer has a waiver of Disputes"]);
});
