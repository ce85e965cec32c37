import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { describe, expect, test, vi } from "vitest";
import { ProposeRole } from "../../web/pages/admin/ProposeRole.tsx";
import { RuleForm } from "../../web/pages/training/RuleForm.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const never = new Promise<never>(() => undefined);
const role = "SUPPORT_AGENT";

describe("what was answered before, while it is asked anew", () => {
  test("of a role is not proposed on", async () => {
    const seen: string[] = [];
    answering(({ variables }) => {
      const rights = String(variables["permissions"]);
      seen.push(rights);
      if (seen.indexOf(rights) < seen.length - 1) return never;
      const lists = { gains: [], losses: [], people: [], work: [], orphaned: [], deciders: [], reasons: [] };
      const preview = { __typename: "RoleChangePreview", count: seen.length, ...lists };
      return { body: { data: { previewRoleChange: preview } } };
    });
    const of = (...permissions: readonly ("CASE_READ" | "CASE_WORK")[]) => (
      <ProposeRole
        role={role}
        version={1}
        permissions={permissions}
        onDiscard={vi.fn()}
        onProposed={vi.fn()}
        onStale={vi.fn()}
      />
    );
    const { redraw } = await show(<Desk>{of("CASE_READ")}</Desk>);
    const propose = () => screen.getByRole<HTMLButtonElement>("button", { name: "Propose the change" });
    await waitFor(() => expect(propose().disabled).toBe(false));
    redraw(<Desk>{of("CASE_READ", "CASE_WORK")}</Desk>);
    await waitFor(() => expect(seen).toHaveLength(2));
    await waitFor(() => expect(propose().disabled).toBe(false));
    redraw(<Desk>{of("CASE_READ")}</Desk>);
    await waitFor(() => expect(seen).toHaveLength(3));
    await waitFor(() => expect(propose().disabled).toBe(true));
    expect(screen.getByRole("heading", { name: /1 person/ }).closest('[aria-busy="true"]')).not.toBeNull();
  });

  test("of a training rule is not saved on", async () => {
    const seen: unknown[] = [];
    answering(({ variables }) => {
      const days = (variables["input"] as { readonly dueInDays: number }).dueInDays;
      seen.push(days);
      if (seen.indexOf(days) < seen.length - 1) return never;
      const preview = { __typename: "TrainingRulePreview", total: 0, people: [] };
      return { body: { data: { trainingRulePreview: preview } } };
    });
    await show(
      <Desk>
        <RuleForm
          rule={null}
          courses={[{ id: "c1", title: "Refund basics" }]}
          busy={false}
          onSend={vi.fn()}
          onClose={vi.fn()}
        />
      </Desk>,
    );
    const set = (label: string, value: string) =>
      act(async () => void fireEvent.change(screen.getByLabelText(label, { exact: false }), { target: { value } }));
    const save = () => screen.getByRole<HTMLButtonElement>("button", { name: "Begin the rule" });
    await set("Course", "c1");
    await set("Role", "SUPPORT_AGENT");
    await waitFor(() => expect(save().disabled).toBe(false));
    await set("Due within days", "7");
    await waitFor(() => expect(save().disabled).toBe(false));
    await set("Due within days", "14");
    expect(seen).toEqual([14, 7, 14]);
    expect(save().disabled).toBe(true);
    expect(screen.getByText(/finds nobody now/).closest('[aria-busy="true"]')).not.toBeNull();
  });
});
