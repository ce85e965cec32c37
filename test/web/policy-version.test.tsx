import { act, cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { afterEach, expect, test, vi } from "vitest";
import { PolicyVersionView, PolicyVersionViewFragment } from "../../web/pages/policies/PolicyVersionView.tsx";
import type { Viewer } from "../../web/shell/viewer.ts";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

/** A version that begins so many milliseconds from now, before somebody who publishes. */
async function drawn(beginsInMs: number) {
  answering(() => ({ body: { data: { __typename: "Query", viewer: null } } }));
  return draw(["POLICY_PUBLISH"], beginsInMs);
}

async function draw(permissions: Viewer["permissions"], beginsInMs: number) {
  const version: ResultOf<typeof PolicyVersionViewFragment> = {
    ...{ id: "v-4", name: "v4", state: "SCHEDULED", title: "Refunds", contentHash: "x", changeNote: "", ended: null },
    ...{ effectiveFrom: new Date(Date.now() + beginsInMs).toISOString(), effectiveUntil: null },
    ...{ approvedBy: [], changes: [], content: null },
  };
  const onMoved = vi.fn();
  await show(
    <Desk viewer={{ ...agent, permissions }}>
      <PolicyVersionView
        policy="default"
        label="all merchants"
        version={maskFragments([PolicyVersionViewFragment], version)}
        versions={[version]}
        hasDraft
        mustRead={false}
        onMoved={onMoved}
      />
    </Desk>,
  );
  return { onMoved, withdraw: () => screen.queryByRole("button", { name: "Withdraw this version…" }) };
}

test("says to whoever writes policies who has read it, and who is still to", async () => {
  const readers = [
    { __typename: "PolicyReader", readAt: null, staff: { __typename: "Staff", id: "s-1", name: "李娜" } },
    {
      __typename: "PolicyReader",
      readAt: "2026-11-12T06:03:00.000Z",
      staff: { __typename: "Staff", id: "s-2", name: "Emma Clarke" },
    },
    { __typename: "PolicyReader", readAt: null, staff: { __typename: "Staff", id: "s-3", name: "Tom Baker" } },
  ];
  const node = { __typename: "PolicyVersion", id: "v-4", readers };
  const asked = answering(({ name }) => ({
    body: { data: { __typename: "Query", ...(name === "PolicyReaders" ? { node } : { viewer: null }) } },
  }));
  await draw(["POLICY_WRITE"], 3_600_000);
  expect(await screen.findByText("Read by 1 of the 3 who work by it")).toBeTruthy();
  expect(screen.getByText("Not yet: 李娜, Tom Baker.")).toBeTruthy();
  expect(screen.getByText(/^Emma Clarke · .*12 Nov/)).toBeTruthy();
  cleanup();
  asked.length = 0;
  await draw(["POLICY_PUBLISH"], 3_600_000);
  expect(asked.map(({ name }) => name)).not.toContain("PolicyReaders");
});

const dayMs = 86_400_000;
/** Time goes by for the page alone. */
const goesBy = (ms: number) => act(async () => void (await vi.advanceTimersByTimeAsync(ms)));

test("a version that begins later says when, and can be taken back", async () => {
  const { withdraw } = await drawn(3_600_000);
  expect(screen.getByText(/^Decides from .+ on \(China time\)$/)).toBeTruthy();
  expect(withdraw()).not.toBeNull();
});

test("once it begins within the minute that is no longer offered, while the page stands open", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { withdraw } = await drawn(60_000 + 30_000);
  expect(withdraw()).not.toBeNull();
  await goesBy(31_000);
  expect(withdraw()).toBeNull();
  expect(screen.getByText(/too late to withdraw it$/)).toBeTruthy();
});

test("when it begins it is read anew, once", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { onMoved } = await drawn(30_000);
  expect(onMoved).not.toHaveBeenCalled();
  await goesBy(31_000);
  expect(onMoved).toHaveBeenCalledOnce();
});

test("what was begun stays open with its reason when it is too late, and says so in place of being sent", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { withdraw } = await drawn(120_000);
  fireEvent.click(withdraw() as HTMLElement);
  const reason = screen.getByLabelText<HTMLTextAreaElement>(/^Why/);
  fireEvent.change(reason, { target: { value: "Wrong row" } });
  const send = screen.getByRole("button", { name: "Withdraw it", hidden: true });
  expect(send).toHaveProperty("disabled", false);
  expect(screen.queryByText(/^Too late to withdraw it/)).toBeNull();
  await goesBy(61_000);
  expect(screen.getByText(/^Too late to withdraw it/)).toBeTruthy();
  expect(send).toHaveProperty("disabled", true);
  expect(reason).toMatchObject({ isConnected: true, value: "Wrong row" });
  fireEvent.click(screen.getByRole("button", { name: "Cancel", hidden: true }));
  expect(reason.isConnected).toBe(false);
});

test("one that begins in some days is read anew then, and again while the server says that it has not begun", async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true });
  const { onMoved, withdraw } = await drawn(2.5 * dayMs);
  await goesBy(dayMs);
  await goesBy(1.4 * dayMs);
  expect(withdraw()).not.toBeNull();
  expect(onMoved).not.toHaveBeenCalled();
  await goesBy(0.1 * dayMs - 10_000);
  expect(withdraw()).toBeNull();
  expect(onMoved).not.toHaveBeenCalled();
  await goesBy(10_000);
  await waitFor(() => expect(onMoved).toHaveBeenCalledOnce());
  await goesBy(31_000);
  expect(onMoved).toHaveBeenCalledTimes(2);
});
