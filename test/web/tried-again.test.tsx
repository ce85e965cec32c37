import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ReactNode } from "react";
import { afterEach, expect, test, vi } from "vitest";
import { NoteException } from "../../web/audit/NoteException.tsx";
import { AssignPage } from "../../web/pages/training/AssignPage.tsx";
import { ImportRecordsPage } from "../../web/pages/training/ImportRecordsPage.tsx";
import { RulesPage } from "../../web/pages/training/RulesPage.tsx";
import type { Viewer } from "../../web/shell/viewer.ts";
import { FailureNotice } from "../../web/ui/FailureNotice.tsx";
import { agent, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { Broken, type Told, wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());

const trainer: Viewer = { ...agent, permissions: ["TRAINING_MANAGE"] };
async function press(name: string | RegExp): Promise<void> {
  const button = await screen.findByRole("button", { name, hidden: true });
  await act(async () => void fireEvent.click(button));
}

/** A desk that is not reached by the first of what is written, and answers everything else. */
async function tries(write: string, page: ReactNode, roots: Readonly<Record<string, object>>) {
  let isUp = false;
  const desk = wholeDesk(({ name }: Told) => {
    if (name !== write) return { ...roots[name] };
    const answer = isUp ? { ...roots[write] } : null;
    isUp = true;
    return answer;
  });
  await show(<Desk viewer={trainer}>{page}</Desk>);
  return () => desk.asked.filter(({ name }) => name === write).map(({ variables }) => variables);
}

const course = { id: "k1", title: "Handling money", published: { id: "v1" } };

test("a rule whose end nobody answered is ended by trying again, in front of the page", async () => {
  const rule = { id: "r1", version: 1, kind: "ROLE", course, dueInDays: 14 };
  const written = await tries("endTrainingRule", <RulesPage />, {
    RulesPage: { trainingRules: [rule] },
    endTrainingRule: { endTrainingRule: { __typename: "TrainingRulesChanged", rules: [] } },
  });
  await press(/^End/);
  const ends = await screen.findAllByRole("button", { name: /^End/, hidden: true });
  await act(async () => void fireEvent.click(ends.at(-1) as HTMLElement));
  expect(screen.getByRole("dialog").textContent).toContain("We do not know whether it arrived");
  await press("Try again");
  await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
  expect(written()).toEqual([{ id: "r1" }, { id: "r1" }]);
});

test("what was assigned and not answered is assigned again, to the same people", async () => {
  const staff = { id: "s1", name: "Li Na", role: "SUPPORT_AGENT" };
  const person = { gets: true, holds: false, isAssigned: false, validUntil: null, staff };
  const written = await tries("assignTrainingToMany", <AssignPage />, {
    Courses: { courses: { edges: [{ node: course }] } },
    AssignPreview: { assignmentPreview: { total: 1, gets: 1, people: [person] } },
    assignTrainingToMany: { assignTraining: { __typename: "TrainingAssigned", assigned: 1 } },
  });
  await screen.findByRole("option", { name: "Handling money" });
  fireEvent.change(screen.getByLabelText(/^Course/), { target: { value: "k1" } });
  fireEvent.change(screen.getByLabelText(/^Role/), { target: { value: "SUPPORT_AGENT" } });
  await press(/^Assign to/);
  await press("Try again");
  expect(await screen.findByText(/^Handling money: assigned to/)).toBeDefined();
  const [first, again] = written();
  expect(first).toMatchObject({ input: { audience: { staffIds: ["s1"] } } });
  expect(again).toEqual(first);
});

test("records of a file that was not answered are recorded by trying again", async () => {
  const file = { __typename: "OutsideRecordFile", added: 1, same: 0, bad: 0, badRows: null, rows: [] };
  const written = await tries("importOutsideRecords", <ImportRecordsPage />, {
    OutsideRecordsPreview: { outsideRecordsPreview: file },
    importOutsideRecords: { importOutsideRecords: file },
  });
  const bytes = new TextEncoder().encode("email,course\n");
  // jsdom's files cannot be read as bytes.
  const chosen = Object.assign(new File([bytes], "passed.csv"), { arrayBuffer: async () => bytes.buffer });
  const input = document.querySelector<HTMLInputElement>("input[type=file]");
  await act(async () => void (input !== null && fireEvent.change(input, { target: { files: [chosen] } })));
  await press(/^Record/);
  await press("Try again");
  await waitFor(() => expect(screen.queryByRole("button", { name: /^Record/ })).toBeNull());
  expect(written()).toHaveLength(2);
});

test("an answer that is an error is no desk that was not reached", async () => {
  wholeDesk(() => ({ noteException: new Broken() }));
  await show(
    <Desk>
      <NoteException exceptionId="e1" notes={0} />
    </Desk>,
  );
  fireEvent.change(screen.getByLabelText("Note"), { target: { value: "looked at" } });
  await press("Record");
  expect((await screen.findByRole("status")).textContent).toMatch(
    /^The server failed, and we do not know whether it was done\..*ref-1/,
  );
});

test.each([
  ["a press", true, /We do not know whether it was done\. Look before you try again/],
  ["a question", false, /^The server failedTry again; /],
])("where the server failed over %s, it is said what may have come of it", async (_what, isWrite, words) => {
  await show(<FailureNotice failure={{ kind: "broken", reference: null }} isWrite={isWrite} />);
  expect(screen.getByRole("alert").textContent).toMatch(words);
});
