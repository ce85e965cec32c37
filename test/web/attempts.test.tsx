import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Attempts } from "../../web/training/Attempts.tsx";
import { show } from "./support.tsx";

const tried = {
  ...{ startedAt: "2025-03-01T02:00:00.000Z", submittedAt: "2025-03-01T03:00:00.000Z" },
  ...{ score: 60, passed: false, courseVersion: 1 },
};

test("every try is shown as it was handed in: when, of which version, and what came of it", async () => {
  await show(
    <Attempts
      isOpen
      attempts={[
        { ...tried, id: "a-1", number: 1 },
        { ...tried, id: "a-2", number: 2, score: 90, passed: true, courseVersion: 2 },
        { ...tried, id: "a-3", number: 3, submittedAt: null, score: null, passed: null, courseVersion: 2 },
      ]}
    />,
  );
  expect(screen.getByText("3 attempts")).toBeTruthy();
  const lines = screen.getAllByRole("listitem", { hidden: true }).map(({ textContent }) => textContent ?? "");
  expect(lines).toEqual([
    expect.stringMatching(/^Not passed, 60%.*1 Mar 2025.* · version 1 of the course$/),
    expect.stringMatching(/^Passed with 90%.*version 2 of the course$/),
    expect.stringMatching(/^Under way.*version 2/),
  ]);
});

test("whoever never tried has nothing to open", async () => {
  const { container } = await show(<Attempts isOpen attempts={[]} />);
  expect(container.textContent).toBe("");
});
