import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ImportPage } from "../../web/pages/ImportPage.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
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
