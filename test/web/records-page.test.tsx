import { fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { RecordsPage } from "../../web/pages/training/RecordsPage.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

test("records are found by course, and by whoever stands in the address", async () => {
  const { asked } = wholeDesk(({ name, variables }) => {
    if (name !== "Courses") return {};
    // More courses than a page holds: the one that is wanted is behind the first.
    if (variables["after"] == null)
      return {
        courses: {
          edges: [{ node: { id: "k-0", title: "Basics" } }],
          pageInfo: { hasNextPage: true, endCursor: "c-0" },
        },
      };
    return { courses: { edges: [{ node: { id: "k-1", title: "Handling money" } }] } };
  });
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
