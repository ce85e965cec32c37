import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { Link, Route, Routes } from "react-router";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { ImportPage } from "../../web/pages/ImportPage.tsx";
import { ImportProgress, ImportProgressFragment } from "../../web/transactions/ImportProgress.tsx";
import { Desk } from "./desk-support.tsx";
import { Address, show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());

test("an import that is followed stays on its page while it is read again, and where that fails", async () => {
  let answer: (root: { importRun: object } | null) => void = () => undefined;
  let reads = 0;
  const importRun = { id: "i1", state: "RUNNING", rowsBad: 0, fileName: "settlement.csv" };
  const { lines } = wholeDesk(({ name }) => {
    if (name !== "ImportRun") return { importRuns: { edges: [] } };
    reads++;
    return reads === 1 ? { importRun } : new Promise<{ importRun: object } | null>((resolve) => (answer = resolve));
  });
  await show(
    <Desk>
      <ImportPage />
    </Desk>,
    "en",
    "/?import=i1",
  );
  expect(await screen.findByText(/settlement\.csv/)).toBeTruthy();
  await waitFor(() => expect(lines()).toHaveLength(1));
  // The page was out of sight, and comes back.
  for (const visibility of ["hidden", "visible"] as const) {
    vi.spyOn(document, "visibilityState", "get").mockReturnValue(visibility);
    await act(async () => void document.dispatchEvent(new Event("visibilitychange")));
  }
  await waitFor(() => expect(reads).toBe(2));
  expect(screen.queryByText(/settlement\.csv/)).not.toBeNull();
  await act(async () => answer(null));
  await screen.findByRole("alert");
  expect(screen.queryByText(/settlement\.csv/)).not.toBeNull();
  expect(lines()).toHaveLength(1);
});

test.each([
  [0, 12, "There was nothing new in the file, so nothing changed."],
  [3, 12, "Every row that could be imported was there already, so nothing changed."],
  [3, 0, "No row could be imported, so nothing changed."],
])("a file of which %i rows were bad and %i there already says why nothing changed", async (rowsBad, rowsSame, why) => {
  const read = {
    kind: "SETTLEMENT",
    fileName: "a.csv",
    state: "DONE",
    failure: null,
    bytesTotal: "9",
    bytesRead: "9",
    rowsRead: 15,
  } as const;
  const run = { ...read, rowsNew: 0, rowsChanged: 0, rowsSame, rowsBad };
  await show(<ImportProgress run={maskFragments([ImportProgressFragment], run)} />);
  expect(screen.getByText(why)).toBeTruthy();
});

/** A server that looks at a file at once, and says that it took it when the test lets it. */
class SlowToTake extends EventTarget {
  static readonly taking: SlowToTake[] = [];
  readonly upload = new EventTarget();
  readonly status = 200;
  responseText = "";
  open(_method: string, url: string): void {
    const preview = { header: ["AMT"], columns: [{ name: "amount", required: true, heading: "AMT" }], rows: [] };
    this.responseText = JSON.stringify(url.endsWith("/preview") ? { ...preview, failure: null } : { id: "i8" });
  }
  setRequestHeader(): void {}
  getResponseHeader = (): null => null;
  send(): void {
    if (this.responseText.includes("i8")) SlowToTake.taking.push(this);
    else queueMicrotask(() => this.dispatchEvent(new Event("load")));
  }
  abort(): void {}
}

test.each([
  ["has left its page stays where they are", "away", "/queue"],
  ["has opened another goes on reading that", "another", "/?import=i7"],
  ["waits for it is shown it", null, "/?import=i8"],
] as const)("once a file is taken, whoever %s", async (_, link, place) => {
  const before = XMLHttpRequest;
  vi.stubGlobal("XMLHttpRequest", SlowToTake);
  onTestFinished(() => void vi.stubGlobal("XMLHttpRequest", before));
  wholeDesk(() => ({ importRuns: { edges: [] }, importRun: { id: "i", state: "DONE" } }));
  const { container } = await show(
    <Desk>
      <Link to="/queue">away</Link>
      <Link to="/?import=i7">another</Link>
      <Address />
      <Routes>
        <Route path="/" element={<ImportPage />} />
        <Route path="*" element={null} />
      </Routes>
    </Desk>,
  );
  const input = container.querySelector("input[type=file]");
  if (input === null) throw new Error("no place for a file");
  await act(async () => void fireEvent.change(input, { target: { files: [new File(["a,b"], "sales.csv")] } }));
  const take = await screen.findByRole("button", { name: "Import this file" });
  await act(async () => void fireEvent.click(take));
  await waitFor(() => expect(SlowToTake.taking).toHaveLength(1));
  if (link !== null) await act(async () => void fireEvent.click(screen.getByText(link)));
  await act(async () => void SlowToTake.taking.pop()?.dispatchEvent(new Event("load")));
  await act(async () => undefined);
  await waitFor(() => expect(screen.getByTestId("address").textContent).toBe(place));
});
