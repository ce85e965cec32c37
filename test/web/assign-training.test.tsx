import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { AssignPage } from "../../web/pages/training/AssignPage.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const person = (n: number, role: string) => ({
  __typename: "AssignmentPreviewPerson",
  ...{ gets: true, holds: false, isAssigned: false, validUntil: null },
  staff: { __typename: "Staff", id: `s-${n}`, name: `Person ${n}`, role },
});
const previewOf = (people: readonly object[]) => ({
  __typename: "AssignmentPreview",
  ...{ total: people.length, gets: people.length, people },
});
const course = {
  __typename: "Course",
  ...{ id: "k-1", title: "Handling money", published: { __typename: "CourseVersion", id: "v-1" } },
};

const places = [
  { __typename: "LearnerPlace", id: "m-1", role: "MERCHANT_VERIFIER", name: "Landian", nameZh: "澜点" },
  { __typename: "LearnerPlace", id: "i-1", role: "BANK_OFFICER", name: "North Bank", nameZh: "北方银行" },
];
const colleagues = {
  __typename: "StaffConnection",
  edges: [
    { __typename: "StaffEdge", node: { __typename: "Staff", id: "s-1", name: "Person 1", role: "SUPPORT_AGENT" } },
  ],
  pageInfo: { __typename: "PageInfo", hasNextPage: false },
};

/** Two agents where an agent is asked for; a supervisor's preview is answered by `later`, if at all. */
async function opened(later: { readonly status?: number; readonly body: object }) {
  const asked = answering(({ name, variables }) => {
    if (name === "Courses")
      return {
        body: {
          data: {
            __typename: "Query",
            courses: {
              __typename: "CourseConnection",
              edges: [{ __typename: "CourseEdge", node: course }],
              pageInfo: { __typename: "PageInfo", hasNextPage: false, endCursor: null },
            },
          },
        },
      };
    if (name === "assignTrainingToMany")
      return {
        body: { data: { __typename: "Mutation", assignTraining: { __typename: "TrainingAssigned", assigned: 2 } } },
      };
    if (name === "LearnerPlaces") return { body: { data: { __typename: "Query", learnerPlaces: places } } };
    if (name === "StaffChoices") return { body: { data: { __typename: "Query", staff: colleagues } } };
    const { audience } = variables["input"] as { audience: { role?: string | null } };
    if (audience.role !== "SUPERVISOR")
      return {
        body: {
          data: {
            __typename: "Query",
            assignmentPreview: previewOf([person(1, "SUPPORT_AGENT"), person(2, "SUPPORT_AGENT")]),
          },
        },
      };
    return later;
  });
  await show(
    <Desk>
      <AssignPage />
    </Desk>,
  );
  await screen.findByRole("option", { name: "Handling money" });
  const choose = (label: RegExp, value: string) =>
    act(async () => void fireEvent.change(screen.getByLabelText(label), { target: { value } }));
  await choose(/^Course/, "k-1");
  const askedBefore = asked.filter(({ name }) => name === "AssignPreview");
  expect([askedBefore, screen.getByText("Choose whom it is for.")]).toEqual([[], expect.anything()]);
  await choose(/^Role/, "SUPPORT_AGENT");
  await screen.findByText("Person 1");
  const previewed = () =>
    asked.flatMap(({ name, variables }) =>
      name === "AssignPreview" ? [(variables["input"] as { audience: object }).audience] : [],
    );
  return { choose, previewed, sent: () => asked.filter(({ name }) => name === "assignTrainingToMany") };
}

describe("a course given to many", () => {
  test("is not sent again to somebody who was left out since nobody answered", async () => {
    const staff = (n: number) => ({ id: `s-${n}`, name: `Person ${n}`, role: "SUPPORT_AGENT" });
    const people = [1, 2].map((n) => ({
      gets: true,
      holds: false,
      isAssigned: false,
      validUntil: null,
      staff: staff(n),
    }));
    const { asked } = wholeDesk(({ name }) => {
      if (name === "assignTrainingToMany") return null;
      return { courses: { edges: [{ node: course }] }, assignmentPreview: previewOf(people) };
    });
    await show(
      <Desk>
        <AssignPage />
      </Desk>,
    );
    await screen.findByRole("option", { name: "Handling money" });
    fireEvent.change(screen.getByLabelText(/^Course/), { target: { value: "k-1" } });
    fireEvent.change(screen.getByLabelText(/^Role/), { target: { value: "SUPPORT_AGENT" } });
    const press = (button: HTMLElement) => act(async () => void fireEvent.click(button));
    await press(await screen.findByRole("button", { name: "Assign to 2 people" }));
    expect(await screen.findByRole("button", { name: "Try again" })).toBeDefined();
    await press(screen.getByRole("checkbox", { name: /^Person 2/ }));
    expect(screen.queryByRole("button", { name: "Try again" })).toBeNull();
    await press(screen.getByRole("button", { name: "Assign to 1 person" }));
    const sent = asked.flatMap(({ name, variables }) => (name === "assignTrainingToMany" ? [variables["input"]] : []));
    expect(sent).toMatchObject([{ audience: { staffIds: ["s-1", "s-2"] } }, { audience: { staffIds: ["s-1"] } }]);
  });

  test("goes to just the people who were looked at, by name", async () => {
    const { sent } = await opened({ body: {} });
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Assign to 2 people" })));
    expect(sent()[0]?.variables["input"]).toMatchObject({ courseId: "k-1", audience: { staffIds: ["s-1", "s-2"] } });
    expect(screen.getByText("Handling money: assigned to 2 people")).toBeTruthy();
  });

  test("is for nobody until it is said for whom, and for everybody only where that is chosen", async () => {
    const { choose, previewed } = await opened({ body: {} });
    expect(previewed().map((audience) => ("role" in audience ? audience.role : null))).toEqual(["SUPPORT_AGENT"]);
    await choose(/^Role/, "EVERY");
    expect(previewed().at(-1)).toMatchObject({ role: null });
  });

  test("can be for the people of one merchant, where the role is narrowed to one", async () => {
    const { choose, previewed } = await opened({ body: {} });
    expect(screen.queryByLabelText("Merchant")).toBeNull();
    await choose(/^Role/, "MERCHANT_VERIFIER");
    await screen.findByRole("option", { name: "Landian" });
    expect(screen.queryByRole("option", { name: "North Bank" })).toBeNull();
    await choose(/^Merchant/, "m-1");
    expect(previewed().at(-1)).toEqual({
      ...{ role: "MERCHANT_VERIFIER", merchantId: "m-1", institutionId: null, joinedFrom: null },
    });
  });

  test("can be for people by name, and for nobody while none is chosen", async () => {
    const { previewed } = await opened({ body: {} });
    await act(async () => void fireEvent.click(screen.getByRole("radio", { name: "By name" })));
    expect(screen.getByText("Choose at least one person.")).toBeTruthy();
    expect(screen.queryByRole("button", { name: /^Assign to/ })).toBeNull();
    fireEvent.keyDown(screen.getByRole("combobox", { name: "Add somebody" }), { key: "ArrowDown" });
    const person = await screen.findByRole("option", { name: /^Person 1/ });
    await act(async () => void fireEvent.click(person));
    expect(previewed().at(-1)).toEqual({ staffIds: ["s-1"] });
    expect(await screen.findByRole("button", { name: /^Assign to/ })).toBeTruthy();
  });

  test("cannot be sent after the choice has changed, before the others were looked at", async () => {
    const { choose, sent } = await opened({ status: 502, body: {} });
    await choose(/^Role/, "SUPERVISOR");
    expect(screen.queryByRole("button", { name: /^Assign to/ })).toBeNull();
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    expect(screen.queryByText("Person 1")).toBeNull();
    expect(screen.queryByRole("button", { name: /^Assign to/ })).toBeNull();
    expect(sent()).toEqual([]);
  });
});
