import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { Route, Routes } from "react-router";
import { afterEach, expect, test, vi } from "vitest";
import { SessionsPart } from "../../web/account/SessionsPart.tsx";
import { BatchPreview } from "../../web/approvals/BatchPreview.tsx";
import { SampleProof } from "../../web/audit/SampleProof.tsx";
import { ExportLine } from "../../web/exports/ExportLine.tsx";
import { ExportLineFragment } from "../../web/exports/export-operations.ts";
import { FollowedExport } from "../../web/exports/FollowedExport.tsx";
import { CaseLog } from "../../web/pages/audit/CaseLog.tsx";
import { ChainProof } from "../../web/pages/audit/ChainProof.tsx";
import { JoinPage } from "../../web/pages/JoinPage.tsx";
import { WordingVersions } from "../../web/pages/notices/WordingVersions.tsx";
import { NotLeft } from "../../web/shell/NotLeft.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(await screen.findByRole("button", { name, hidden: true })));

const running = {
  id: "x1",
  kind: "CASES",
  state: "RUNNING",
  rowsTotal: 10,
  rowsWritten: 1,
  bytes: "1",
  downloads: 0,
  startedAt: "2026-10-09T08:00:00.000Z",
  expiresAt: null,
  failure: null,
  filePath: null,
} as const;
const run = maskFragments([ExportLineFragment], running);

test("an export that could not be stopped says so", async () => {
  wholeDesk(() => null);
  await show(
    <Desk>
      <FollowedExport run={run} />
    </Desk>,
  );
  await press(/^Stop|^Cancel/);
  expect(await screen.findByRole("alert")).toBeDefined();
});

test("an export that gave no file is asked for again from its line, by whoever may take lists away", async () => {
  const failed = { ...running, state: "FAILED", failure: "Something failed on our side." } as const;
  let isUp = false;
  let begun = 0;
  const { asked } = wholeDesk(() => (isUp ? { exportAgain: { ...running, __typename: "ExportRun", id: "x2" } } : null));
  const line = maskFragments([ExportLineFragment], failed);
  const page = (mayExport: boolean) => (
    <Desk>
      <ExportLine run={line} onBegun={mayExport ? () => void begun++ : null} />
    </Desk>
  );
  const { unmount } = await show(page(false));
  expect(screen.queryByRole("button", { name: "Export again: Cases" })).toBeNull();
  unmount();
  await show(page(true));
  await press("Export again: Cases");
  expect((await screen.findByRole("alert")).textContent).toMatch(/never made twice/);
  isUp = true;
  await press("Export again: Cases");
  await waitFor(() => expect(begun).toBe(1));
  const keys = asked.filter(({ name }) => name === "ExportAgain").map(({ variables }) => variables["input"]);
  expect(keys).toHaveLength(2);
  expect(keys[0]).toEqual(keys[1]);
  expect(screen.queryByRole("alert")).toBeNull();
});

test("an export that has ended while nobody looked is not waited for", async () => {
  wholeDesk(() => ({ exports: [{ ...running, state: "CANCELLED" }] }));
  await show(
    <Desk>
      <FollowedExport run={run} />
    </Desk>,
  );
  expect(screen.getByRole("progressbar")).toBeDefined();
  for (const state of ["hidden", "visible"]) {
    Object.defineProperty(document, "visibilityState", { configurable: true, value: state });
    act(() => void document.dispatchEvent(new Event("visibilitychange")));
  }
  await waitFor(() => expect(screen.queryByRole("progressbar")).toBeNull());
});

test("a preview of approvals that cannot be read is asked for again, and does not speak of something sent", async () => {
  const { asked } = wholeDesk(() => null);
  await show(
    <Desk>
      <BatchPreview chosen={[{ id: "a", version: 1 }]} verdict="GRANT" onClose={vi.fn()} onDone={vi.fn()} />
    </Desk>,
  );
  await press("Try again");
  await waitFor(() => expect(asked).toHaveLength(2));
  expect(screen.queryByText(/Some may be done already/)).toBeNull();
});

test("the last verification of everything that cannot be read is not left out without a word", async () => {
  wholeDesk(({ name }) => (name === "AuditRuns" ? null : { auditLog: { edges: [] } }));
  await show(
    <Desk>
      <CaseLog />
    </Desk>,
  );
  expect(await screen.findByText("The server cannot be reached")).toBeDefined();
});

test.each([
  [
    "a chain",
    <ChainProof key="chain" caseId="c1" number="RD-26-000001" />,
    { chainOfCase: { fault: null, count: 3 } },
    "Verify again now",
    /^Intact/,
  ],
  [
    "a sample",
    <SampleProof key="sample" id="s1" />,
    { auditSample: { id: "s1", proof: { sameSample: true, chainIntact: true } } },
    "Draw again and verify",
    /^Drawn again/,
  ],
])("the verdict on %s goes when it is asked for anew and nobody answers", async (_, proof, found, verify, verdict) => {
  let isUp = true;
  wholeDesk(() => (isUp ? found : null));
  await show(<Desk>{proof}</Desk>);
  await waitFor(() => expect(screen.getByRole<HTMLButtonElement>("button", { name: verify }).disabled).toBe(false));
  await press(verify);
  expect(await screen.findByText(verdict)).toBeDefined();
  isUp = false;
  await press(verify);
  expect(await screen.findByText(/cannot be reached|not reach/)).toBeDefined();
  expect(screen.queryByText(verdict)).toBeNull();
});

test("sessions that could not be listed are asked for again", async () => {
  const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(new TypeError("cut"));
  fetched.mockImplementation(async () => Response.json([]));
  await show(<SessionsPart token="t" />);
  await press("Try again");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
  expect(fetched).toHaveBeenCalledTimes(2);
});

test("whoever is still signed in is told so, and can try again", async () => {
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response(null, { status: 500 }));
  const onAgain = vi.fn();
  await show(<NotLeft why="unreached" onClose={vi.fn()} onAgain={onAgain} />);
  expect(screen.getByText(/you are still signed in/)).toBeDefined();
  await press("Sign out");
  await waitFor(() => expect(onAgain).toHaveBeenCalledWith("broken"));
});

test("the earlier wordings that cannot be read are not said to be none", async () => {
  wholeDesk(() => null);
  const own = { subject: "", body: "", sms: null };
  await show(
    <Desk>
      <WordingVersions kind="AGENCY_WORKS" locale="EN" own={own} onTake={vi.fn()} />
    </Desk>,
  );
  expect(await screen.findByText("The server cannot be reached")).toBeDefined();
});

test("an invitation that could not be looked at is looked at again", async () => {
  const fetched = vi.spyOn(globalThis, "fetch").mockRejectedValueOnce(new TypeError("cut"));
  fetched.mockImplementation(async () => Response.json({ email: "li@example.com", name: "Li Na" }));
  const page = (
    <Routes>
      <Route path="/join/:token" element={<JoinPage />} />
    </Routes>
  );
  await show(page, "en", "/join/a-token");
  await press("Try again");
  expect(await screen.findByDisplayValue("li@example.com")).toBeDefined();
});
