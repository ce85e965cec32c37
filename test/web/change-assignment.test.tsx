import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import type { Permission } from "../../web/graphql/words.ts";
import { waysOf } from "../../web/training/ChangeAssignment.tsx";
import { RecordTable } from "../../web/training/RecordTable.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const record = (over: object) => ({
  __typename: "TrainingRecord",
  ...{ id: "r-1", state: "ASSIGNED", cause: "HAND", open: true, overdue: false, dueOn: "2026-12-01" },
  ...{ opensOn: null, closesOn: "2026-12-31", dueChanges: [], validFrom: null, validUntil: null, score: null },
  ...{
    attempts: [],
    certificateUrl: null,
    reason: null,
    withdrawalReason: null,
    withdrawnAt: null,
    withdrawnBy: null,
    waivedBy: null,
    outsideNumber: null,
    importedBy: null,
  },
  staff: { __typename: "Staff", id: "s-1", name: "Xu Li", role: "SUPPORT_AGENT" },
  course: { __typename: "Course", id: "k-1", title: "Handling money" },
  ...over,
});

async function opened(
  over: object,
  answer: object,
  permissions: readonly Permission[] = ["TRAINING_MANAGE", "TRAINING_WAIVE"],
) {
  const asked = answering(() => ({ body: { data: { __typename: "Mutation", ...answer } } }));
  let changes = 0;
  await show(
    <Desk>
      <RecordTable
        records={[{ id: "r-1", row: record(over) as never }]}
        withPerson
        may={waysOf(permissions)}
        onChanged={() => changes++}
      />
    </Desk>,
  );
  return { asked, changes: () => changes };
}

const press = (name: RegExp | string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const type = (label: RegExp, value: string) =>
  act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));

test("is withdrawn with a reason, and says before what follows", async () => {
  const done = { __typename: "TrainingRecordChanged", record: record({ state: "WITHDRAWN", open: false }) };
  const { asked, changes } = await opened({}, { withdrawTraining: done });
  await press(/^Withdraw the assignment: Handling money, Xu Li/);
  expect(screen.getByText(/reminders stop/)).toBeTruthy();
  const confirm = screen.getByRole<HTMLButtonElement>("button", { name: "Withdraw it" });
  expect(confirm.disabled).toBe(true);
  await type(/^Why/, "Moved to another team.");
  await press("Withdraw it");
  expect(asked.at(-1)?.variables).toEqual({ input: { recordId: "r-1", reason: "Moved to another team." } });
  expect(changes()).toBe(1);
  expect(screen.queryByRole("dialog")).toBeNull();
});

test("is given another day, and a refusal is said where it was asked", async () => {
  const no = { __typename: "TrainingRefused", message: "The dates cross." };
  const { asked, changes } = await opened({}, { changeTrainingDueDate: no });
  await press(/^Due day: Handling money, Xu Li/);
  await type(/^Why/, "Back from leave.");
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Change the day" }).disabled).toBe(true);
  await type(/^Due day \(/, "2026-12-20");
  await press("Change the day");
  expect(asked.at(-1)?.variables).toEqual({
    input: { recordId: "r-1", dueOn: "2026-12-20", reason: "Back from leave." },
  });
  expect(screen.getByText("The dates cross.")).toBeTruthy();
  expect(changes()).toBe(0);
});

test("an attempt that a withdrawal cut short is under way no more", async () => {
  const attempt = { __typename: "TrainingAttempt", id: "a-1", number: 1, startedAt: "2026-11-20T02:00:00Z" };
  const attempts = [{ ...attempt, submittedAt: null, score: null, passed: null, courseVersion: 1 }];
  await opened({ attempts, open: false, state: "WITHDRAWN" }, {});
  expect(screen.getByText("Not handed in")).toBeTruthy();
  expect(screen.queryByText("Under way")).toBeNull();
});

test.each([
  ["what has ended", { open: false, state: "WITHDRAWN" }, undefined],
  ["whoever may not", {}, []],
  ["an assignment, by whoever may only waive", {}, ["TRAINING_WAIVE"] as const],
  ["a waiver, by whoever may only assign", { open: false, state: "WAIVED" }, ["TRAINING_MANAGE"] as const],
])("is offered neither for %s", async (_what, over, permissions) => {
  await opened(over, {}, permissions);
  expect(screen.queryByRole("button", { name: /^Withdraw/ })).toBeNull();
});

test("that was waived names who did it", async () => {
  const waivedBy = { __typename: "Staff", id: "s-9", name: "Wang Fang" };
  await opened({ state: "WAIVED", open: false, reason: "Taught it herself", waivedBy }, {}, []);
  expect(screen.getByText("Waived by Wang Fang. Reason: Taught it herself")).toBeTruthy();
});

test("that was waived is withdrawn with a reason, and no other day is offered for it", async () => {
  const done = { __typename: "TrainingRecordChanged", record: record({ state: "WITHDRAWN", open: false }) };
  const { asked } = await opened({ state: "WAIVED", open: false }, { withdrawWaiver: done });
  expect(screen.queryByRole("button", { name: /^Due day/ })).toBeNull();
  await press("Withdraw the waiver: Handling money, Xu Li");
  expect(screen.getByText(/shut to them at once/)).toBeTruthy();
  await type(/^Why/, "Given by mistake.");
  await press("Withdraw the waiver");
  expect(asked.at(-1)?.variables).toEqual({ input: { recordId: "r-1", reason: "Given by mistake." } });
});

test("a waiver that was withdrawn tells both reasons, each with who gave it", async () => {
  const [waivedBy, withdrawnBy] = ["Wang Fang", "Xu Li"].map((name) => ({ __typename: "Staff", id: name, name }));
  const words = {
    reason: "Taught it herself",
    withdrawalReason: "Given by mistake",
    withdrawnAt: "2026-10-09T08:00:00.000Z",
  };
  await opened({ state: "WITHDRAWN", open: false, waivedBy, withdrawnBy, ...words }, {});
  expect(screen.getByText("Waived by Wang Fang. Reason: Taught it herself")).toBeTruthy();
  expect(screen.getByText("Withdrawn by Xu Li on 2026-10-09 16:00:00. Reason: Given by mistake")).toBeTruthy();
});
