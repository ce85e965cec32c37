import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { WordingPreview } from "../../web/pages/notices/WordingPreview.tsx";
import { emptyCells, newRow, type PolicyText, readLimits } from "../../web/policies/policy-text.ts";
import { useAutosave } from "../../web/policies/use-autosave.ts";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

const both = { zh: "", en: "" };
const text: PolicyText = {
  ...{ title: both, timeZone: "Asia/Shanghai", windowDays: 7, windows: [], proofNeeded: true, acceptedProofs: [] },
  ...{ identityNeededAbove: [], goodsStateNeededFor: [], rows: [newRow(emptyCells)], otherwise: newRow() },
  ...{ agentDecidesUpTo: [], supervisorGrantsUpTo: [], autoLimit: null, feesBorneBy: "MERCHANT", feeBasisPoints: null },
  ...{ arrivalWorkingDaysFrom: 1, arrivalWorkingDaysTo: 3, appealWindowDays: 15, reopenWindowDays: 30 },
  ...{ feeFixed: null, responsibilities: [], publicText: both },
};

function Draft({ revision = 1, read = "" }: { readonly revision?: number; readonly read?: string }) {
  const { written, write, state } = useAutosave({ id: "d1", revision, text, kind: "MINOR", note: read });
  const note = ({ target }: { readonly target: { readonly value: string } }) =>
    write((before) => ({ ...before, note: target.value }));
  return <input aria-label={state} value={written.note} onChange={note} />;
}

test("a draft's last words are sent though its writer leaves before the hand has rested", async () => {
  const asked = answering(() => ({ status: 502, body: {} }));
  const { unmount } = await show(
    <Desk>
      <Draft />
    </Desk>,
  );
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "the last words" } });
  unmount();
  await waitFor(() => expect(asked).toHaveLength(1));
  expect(asked[0]?.variables["input"]).toMatchObject({ note: "the last words" });
});

test("a draft that could not be sent is sent again by itself", async () => {
  vi.useFakeTimers();
  const asked = answering(() => ({ status: 502, body: {} }));
  await show(
    <Desk>
      <Draft />
    </Desk>,
  );
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "words" } });
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(screen.getByLabelText("unreached")).toBeDefined();
  await act(() => vi.advanceTimersByTimeAsync(16_000));
  expect(asked).toHaveLength(2);
});

describe("a draft that is written on while it is saved", () => {
  const note = (value: string) => fireEvent.change(screen.getByRole("textbox"), { target: { value } });
  const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));
  const draft = (revision: number, input: unknown) => {
    const { kind, note, content } = input as { kind: string; note: string; content: PolicyText };
    const told = (row: object) => ({ ...row, sentence: both });
    const whole = { ...content, rows: content.rows.map(told), otherwise: told(content.otherwise) };
    return { __typename: "PolicyDraft", id: "d1", revision, kind, note, content: whole };
  };
  const kept = (revision: number, input: unknown) => ({
    savePolicyDraft: { __typename: "PolicyDraftDone", draft: draft(revision, input) },
  });
  /** A desk whose answers are given one by one. */
  async function held() {
    vi.useFakeTimers();
    const answers: ((root: Readonly<Record<string, unknown>> | null) => void)[] = [];
    const { asked } = wholeDesk(() => new Promise((answer) => answers.push(answer)));
    const { unmount, redraw } = await show(
      <Desk>
        <Draft />
      </Desk>,
    );
    const reads = (revision: number, read: string) =>
      redraw(
        <Desk>
          <Draft revision={revision} read={read} />
        </Desk>,
      );
    const notes = () => asked.map(({ variables }) => (variables["input"] as { readonly note: string }).note);
    const revisions = () =>
      asked.map(({ variables }) => (variables["input"] as { readonly expectedRevision: number }).expectedRevision);
    const answer = async (at: number, to: (input: unknown) => Readonly<Record<string, unknown>> | null) => {
      answers[at]?.(to(asked[at]?.variables["input"]));
      await pass(1);
    };
    return { notes, revisions, answer, reads, unmount };
  }

  test("is not called saved before its last words are, which are sent by themselves", async () => {
    const { notes, answer } = await held();
    note("X");
    await pass(700);
    note("A");
    await pass(700);
    note("B");
    await answer(0, (input) => kept(2, input));
    expect(notes()).toEqual(["X", "B"]);
    note("C");
    await answer(1, (input) => kept(3, input));
    expect(screen.getByLabelText("waiting")).toBeDefined();
    await pass(700);
    await answer(2, (input) => kept(4, input));
    expect(notes()).toEqual(["X", "B", "C"]);
    expect(screen.getByLabelText("saved")).toBeDefined();
  });

  test("sends its last words too when its writer leaves meanwhile", async () => {
    const { notes, answer, unmount } = await held();
    note("A");
    await pass(700);
    note("B");
    unmount();
    await answer(0, (input) => kept(2, input));
    await pass(1);
    expect(notes()).toEqual(["A", "B"]);
  });

  test("goes on from what was stored though its answer was lost, in whatever words the server keeps it", async () => {
    const { notes, revisions, answer } = await held();
    note("A ");
    await pass(700);
    await answer(0, () => null);
    note("A B");
    await pass(700);
    await answer(1, (input) => kept(2, { ...(input as object), note: "A" }));
    await pass(700);
    expect(notes()).toEqual(["A ", "A ", "A B"]);
    expect(revisions()).toEqual([1, 1, 2]);
    await answer(2, (input) => kept(3, input));
    expect(screen.getByLabelText("saved")).toBeDefined();
  });

  test("goes on from what was stored when its writer leaves before that is known", async () => {
    const { notes, answer, unmount } = await held();
    note("A");
    await pass(700);
    note("B");
    unmount();
    await answer(0, () => null);
    await answer(1, (input) => kept(2, input));
    await pass(1);
    expect(notes()).toEqual(["A", "A", "B"]);
  });

  test("gives way to what somebody else wrote since, and what is written next is over that", async () => {
    const { revisions, reads } = await held();
    reads(2, "theirs");
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("theirs");
    expect(screen.getByLabelText("saved")).toBeDefined();
    note("theirs and mine");
    await pass(700);
    expect(revisions()).toEqual([2]);
  });

  test("keeps what is unsent when something newer is read, and is told that somebody else was faster", async () => {
    const { notes, revisions, reads } = await held();
    note("mine");
    reads(2, "theirs");
    await pass(700);
    expect([notes(), revisions()]).toEqual([["mine"], [1]]);
    expect(screen.getByRole<HTMLInputElement>("textbox").value).toBe("mine");
  });

  test("stops where somebody else was faster, also after an answer was lost", async () => {
    const { notes, answer } = await held();
    note("A");
    await pass(700);
    await answer(0, () => null);
    await pass(15_000);
    const theirs = (input: unknown) => draft(2, { ...(input as object), note: "theirs" });
    const stale = (input: unknown) => ({ __typename: "StalePolicyDraft", message: "Faster.", draft: theirs(input) });
    await answer(1, (input) => ({ savePolicyDraft: stale(input) }));
    note("B");
    await pass(20_000);
    expect(notes()).toEqual(["A", "A"]);
    expect(screen.getByLabelText("stale")).toBeDefined();
  });
});

test("a draft that the server cannot take is not sent again before something else is written", async () => {
  vi.useFakeTimers();
  const asked = answering(() => ({ body: { errors: [{ message: "No." }] } }));
  await show(
    <Desk>
      <Draft />
    </Desk>,
  );
  fireEvent.change(screen.getByRole("textbox"), { target: { value: "words" } });
  await act(() => vi.advanceTimersByTimeAsync(40_000));
  expect(screen.getByLabelText("refused")).toBeDefined();
  expect(asked).toHaveLength(1);
});

test("of two previews the one of the text that stands there is shown, whichever comes last", async () => {
  const answers: (() => void)[] = [];
  answering(async ({ variables }) => {
    await new Promise<void>((answer) => answers.push(answer));
    const { subject, body } = (variables["input"] as { text: { subject: string; body: string } }).text;
    const preview = { __typename: "NoticePreview", text: { __typename: "NoticeText", subject, body, sms: null } };
    return { body: { data: { previewNoticeTemplate: { ...preview, smsSize: null, webhook: null } } } };
  });
  const page = (body: string) => (
    <Desk>
      <WordingPreview kind="AGENCY_WORKS" locale="EN" over={["EMAIL"]} draft={{ subject: "S", body, sms: null }} />
    </Desk>
  );
  const { redraw } = await show(page("first"));
  await waitFor(() => expect(answers).toHaveLength(1));
  redraw(page("second"));
  await waitFor(() => expect(answers).toHaveLength(2));
  await act(async () => answers[1]?.());
  await screen.findByText("second");
  const read = vi.spyOn(Response.prototype, "text");
  await act(async () => answers[0]?.());
  await waitFor(() => expect(read).toHaveBeenCalledOnce());
  await act(async () => void (await read.mock.results[0]?.value));
  expect(screen.getByText("second")).toBeDefined();
  expect(screen.queryByText("first")).toBeNull();
});

test.each(["CNY 200.00、USD 30.00", "CNY 200.00\nUSD 30.00\n"])(
  "limits are read as a Chinese text parts them, and one on each line: %j",
  (typed) => {
    expect(readLimits(typed)).toEqual([
      { minor: "20000", currency: "CNY" },
      { minor: "3000", currency: "USD" },
    ]);
  },
);
