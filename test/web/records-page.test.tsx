import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { RecordsPage } from "../../web/pages/training/RecordsPage.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const course = { __typename: "Course", id: "k-1", title: "Handling money" };
const pageInfo = { __typename: "PageInfo", hasNextPage: false, endCursor: null };

test("records are found by course, and by whoever stands in the address", async () => {
  const asked = answering(({ name }) =>
    name === "RecordsPage"
      ? {
          body: {
            data: {
              __typename: "Query",
              trainingRecords: { __typename: "TrainingRecordConnection", edges: [], pageInfo },
              courses: { __typename: "CourseConnection", edges: [{ __typename: "CourseEdge", node: course }] },
            },
          },
        }
      : { body: { data: { __typename: "Query", node: null } } },
  );
  await show(
    <Desk>
      <RecordsPage />
    </Desk>,
    "en",
    "/training/records?person=s-1",
  );
  await screen.findByRole("option", { name: "Handling money" });
  const filters = () => asked.flatMap(({ name, variables }) => (name === "RecordsPage" ? [variables["filter"]] : []));
  expect(filters().at(-1)).toEqual({ staffId: "s-1", courseId: null });
  fireEvent.change(screen.getByLabelText("Course"), { target: { value: "k-1" } });
  await vi.waitFor(() => expect(filters().at(-1)).toEqual({ staffId: "s-1", courseId: "k-1" }));
});
