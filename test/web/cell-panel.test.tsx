import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { CellPanel } from "../../web/pages/training/CellPanel.tsx";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

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
