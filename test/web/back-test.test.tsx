import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { BackTest } from "../../web/policies/BackTest.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const result = {
  __typename: "PolicyBackTest",
  ...{ decided: 40, flipped: 0, ways: [], moved: [], flips: [] },
};
const found = {
  body: { data: { __typename: "Query", policyDraft: { __typename: "PolicyDraft", id: "d-1", backTest: result } } },
};

const at = (revision: number) => (
  <Desk>
    <BackTest draftId="d-1" revision={revision} />
  </Desk>
);

test("a run that failed says so, shows nothing of the revision before, and can be run again", async () => {
  const answers: { status?: number; body: object }[] = [found, { status: 502, body: {} }, found];
  answering(() => answers.shift() ?? found);
  const { redraw } = await show(at(1));
  await press(/^Run/);
  expect(await screen.findByText(/0 of 40/)).toBeTruthy();
  redraw(at(2));
  expect(screen.queryByText(/0 of 40/)).toBeNull();
  await press(/^Run/);
  expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
  expect(screen.queryByText(/0 of 40/)).toBeNull();
  await press(/^Run/);
  expect(await screen.findByText(/0 of 40/)).toBeTruthy();
  // It flips no case that could be opened.
  expect(screen.queryByRole("button")).toBeNull();
});
