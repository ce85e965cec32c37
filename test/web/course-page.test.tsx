import { act, fireEvent, screen } from "@testing-library/react";
import { Route, Routes } from "react-router";
import { expect, test } from "vitest";
import { CoursePage } from "../../web/pages/training/CoursePage.tsx";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const text = (en: string) => ({ __typename: "BilingualText", zh: en, en });
const option = (en: string, right: boolean) => ({ __typename: "CourseOption", text: text(en), right });
const version = (published: boolean, number: number) => ({
  ...{ __typename: "CourseVersion", id: `v-${number}`, number, published, publishedAt: null, revision: 1 },
  ...{ title: text("Card slips"), summary: text("Numbers."), minutes: 15, passMark: 80, validityMonths: 12 },
  attemptsAllowed: null,
  sections: [],
  questions: [
    {
      ...{ __typename: "CourseQuestion", kind: "MULTIPLE", prompt: text("How many?"), explanation: text("Six.") },
      options: [option("Five", false), option("Six", true), option("VI", true)],
    },
  ],
});
const course = (...versions: readonly object[]) => ({
  ...{ __typename: "Course", id: "k-1", code: "slips", title: "Card slips", leastPeople: 0, opens: [] },
  versions,
});
const refused = { __typename: "TrainingRefused", message: "Question 1 cannot be answered." };
const saved = (...versions: readonly object[]) => ({ __typename: "CourseSaved", course: course(...versions) });

async function opened(answers: Readonly<Record<string, object | Promise<object>>>, versions: readonly object[]) {
  const asked = answering(async ({ name }) => {
    const answer = await answers[name];
    if (answer !== undefined) return { body: { data: { __typename: "Mutation", [name]: answer } } };
    return { body: { data: { __typename: "Query", course: course(...versions) } } };
  });
  await show(
    <Desk viewer={{ ...agent, permissions: ["TRAINING_READ", "TRAINING_MANAGE"] }}>
      <Routes>
        <Route path="/training/courses/:code" element={<CoursePage />} />
      </Routes>
    </Desk>,
    "en",
    "/training/courses/slips",
  );
  await screen.findByRole("heading", { name: /Card slips/ });
  return asked;
}
const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

test("what was refused is said beside the button, and no more once what is pressed next is done", async () => {
  const draft = version(false, 1);
  await opened({ publishCourse: refused, saveCourseDraft: saved(draft) }, [draft]);
  await press("Publish");
  const said = await screen.findByText(refused.message);
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  expect(screen.getByLabelText("How many people must hold it at least").compareDocumentPosition(said) & follows).toBe(
    follows,
  );
  await press("Save the draft");
  expect(await screen.findByText("The draft is saved")).toBeTruthy();
  expect(screen.queryByText(refused.message)).toBeNull();
});

test("that a version was published is not said over the draft of the next", async () => {
  const [first, next] = [version(true, 1), version(false, 2)];
  await opened({ publishCourse: saved(first), beginCourseDraft: saved(next, first) }, [version(false, 1)]);
  await press("Publish");
  expect(await screen.findByText(/^Published\./)).toBeTruthy();
  await press("New version");
  expect(await screen.findByRole("button", { name: "Publish" })).toBeTruthy();
  expect(screen.queryByText(/^Published\./)).toBeNull();
});

test("where somebody else has begun the next version, their draft is gone on with and the refusal stands above it", async () => {
  const taken = { __typename: "TrainingRefused", message: "There is a draft already." };
  const [first, next] = [version(true, 1), version(false, 2)];
  const stored = [first];
  await opened({ beginCourseDraft: taken }, stored);
  stored.unshift(next);
  await press("New version");
  const publish = await screen.findByRole("button", { name: "Publish" });
  const said = screen.getByText(taken.message);
  const follows = Node.DOCUMENT_POSITION_FOLLOWING;
  expect(said.compareDocumentPosition(screen.getByLabelText("How many people must hold it at least")) & follows).toBe(
    follows,
  );
  expect(said.compareDocumentPosition(publish) & follows).toBe(follows);
});

test("a question that becomes a single choice keeps one right answer, the first", async () => {
  const draft = version(false, 1);
  const asked = await opened({ saveCourseDraft: saved(draft) }, [draft]);
  await act(async () => void fireEvent.click(screen.getByLabelText("One answer")));
  await press("Save the draft");
  expect(asked.at(-1)?.variables).toMatchObject({
    input: {
      content: { questions: [{ kind: "SINGLE", options: [{ right: false }, { right: true }, { right: false }] }] },
    },
  });
});

test("what is typed while a draft is being saved stays, and is saved by the next press", async () => {
  const { promise: replied, resolve: reply } = Promise.withResolvers<object>();
  const draft = version(false, 1);
  const asked = await opened({ saveCourseDraft: replied }, [draft]);
  const minutes = screen.getByLabelText<HTMLInputElement>("Length in minutes");
  await act(async () => void fireEvent.change(minutes, { target: { value: "20" } }));
  await press("Save the draft");
  await act(async () => void fireEvent.change(minutes, { target: { value: "25" } }));
  await act(async () => reply(saved({ ...draft, minutes: 20, revision: 2 })));
  expect(minutes.value).toBe("25");
  await press("Save the draft");
  expect(asked.at(-1)?.variables).toMatchObject({ input: { expectedRevision: 2, content: { minutes: 25 } } });
});

test("what somebody else has saved meanwhile can be read before it is written over, and what was typed stays", async () => {
  const message = "This draft has been changed since you opened it.";
  const theirs = { ...version(false, 1), revision: 2, summary: text("Their summary."), title: text("Their title") };
  const stale = { __typename: "StaleCourse", message, course: { ...course(theirs), leastPeople: 4 } };
  await opened({ saveCourseDraft: stale }, [version(false, 1)]);
  const minutes = screen.getByLabelText<HTMLInputElement>("Length in minutes");
  await act(async () => void fireEvent.change(minutes, { target: { value: "20" } }));
  await press("Save the draft");
  expect(await screen.findByText(message)).toBeTruthy();
  const savedNow = screen.getByText("What is saved now").closest("details")?.textContent;
  expect(savedNow).toContain("Their summary.");
  expect(savedNow).toContain("Their title");
  expect(savedNow).toContain("How many people must hold it at least4");
  expect(minutes.value).toBe("20");
});
