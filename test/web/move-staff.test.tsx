import { act, fireEvent, screen } from "@testing-library/react";
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

const known = () => ({ body: { data: { __typename: "Query", roles, institutions: [] } } });
const unreached = () => ({ status: 502, body: {} });

async function drawn(
  move: StaffMove,
  change: { role?: string; state?: "ACTIVE" | "SUSPENDED"; openCaseCount?: number },
  answer: () => { readonly status?: number; readonly body: object } = known,
) {
  answering(answer);
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
  return hint();
}

function hint(): string | null | undefined {
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

test("whoever keeps reading of colleagues keeps their findings: an heir is asked for of the cases alone", async () => {
  await drawn("changeStaffRole", { openCaseCount: 2 });
  expect(hint()).toBeNull();
  fireEvent.change(screen.getByRole("combobox", { name: "Role" }), { target: { value: "TRAINER" } });
  expect(hint()).toBe("2 open cases. With nobody chosen, they go back to unassigned.");
});

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });

test("nothing is given away before it is known whether somebody has to be asked who takes over", async () => {
  await drawn("changeStaffRole", { openCaseCount: 2 }, unreached);
  expect(button("Change role").disabled).toBe(true);
  answering(known);
  await act(async () => void fireEvent.click(button("Try again")));
  await act(async () => undefined);
  expect(button("Change role").disabled).toBe(false);
});

test("whoever comes back gives nothing away, and waits for nothing", async () => {
  await drawn("reinstateStaff", { state: "SUSPENDED" }, unreached);
  expect(button("Reinstate").disabled).toBe(false);
});
