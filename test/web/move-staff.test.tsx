import { act, screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { MoveForm } from "../../web/pages/people/MoveForm.tsx";
import type { StaffMove } from "../../web/people/staff-moves.ts";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const roles = [
  ["SUPPORT_AGENT", ["CASE_WORK", "STAFF_READ"]],
  ["TRAINER", ["STAFF_READ"]],
  ["MERCHANT_VERIFIER", []],
].map(([role, permissions]) => ({ __typename: "RoleGrants", id: role, role, permissions }));

async function drawn(
  move: StaffMove,
  change: { role?: string; state?: "ACTIVE" | "SUSPENDED"; openCaseCount?: number },
) {
  answering(() => ({ body: { data: { __typename: "Query", roles, institutions: [] } } }));
  const person = {
    ...{ id: "s-1", role: "SUPPORT_AGENT", state: "ACTIVE" as const, version: 1, openCaseCount: 0 },
    ...{ merchant: null, institution: null },
    ...change,
  };
  const nothing = () => undefined;
  await show(
    <Desk>
      <MoveForm move={move} person={person} onBack={nothing} onMoved={nothing} onStale={nothing} />
    </Desk>,
  );
  await act(async () => undefined);
  const heir = screen.queryByRole("combobox", { name: "Who takes over" });
  return heir === null ? null : document.getElementById(heir.getAttribute("aria-describedby") ?? "")?.textContent;
}

test("whoever leaves is asked for an heir, of cases and of findings, and is told what becomes of each without one", async () => {
  expect(await drawn("endStaff", { openCaseCount: 2 })).toMatch(
    /^2 open cases, and findings of the audit .*whoever raised/,
  );
});

test("an heir is asked for also where there may be findings alone", async () => {
  expect(await drawn("suspendStaff", { role: "TRAINER" })).toMatch(/^Findings of the audit not put right yet, if/);
});

test.each([
  ["a shop's verifier, who has neither", "endStaff", { role: "MERCHANT_VERIFIER" }],
  ["somebody suspended, whose work was given away then", "endStaff", { state: "SUSPENDED" }],
  ["somebody whose role stays what it is", "changeStaffRole", { openCaseCount: 2 }],
  ["somebody who comes back", "reinstateStaff", { state: "SUSPENDED", openCaseCount: 0 }],
] as const)("no heir is asked for of %s", async (_, move, person) => {
  expect(await drawn(move, person)).toBeNull();
});
