import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { WordingPreview } from "../../web/pages/notices/WordingPreview.tsx";
import { emptyCells, newRow, type PolicyText, readLimits } from "../../web/policies/policy-text.ts";
import { useAutosave } from "../../web/policies/use-autosave.ts";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

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

function Draft() {
  const { written, write, state } = useAutosave("d1", { text, kind: "MINOR", note: "" }, 1);
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
  await act(async () => answers[0]?.());
  await act(async () => new Promise((rest) => setTimeout(rest, 30)));
  expect(screen.getByText("second")).toBeDefined();
  expect(screen.queryByText("first")).toBeNull();
});

test("limits are read as a Chinese text parts them", () => {
  expect(readLimits("CNY 200.00、USD 30.00")).toEqual([
    { minor: "20000", currency: "CNY" },
    { minor: "3000", currency: "USD" },
  ]);
});
