import { act, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { ImportPreviewTable } from "../../web/transactions/ImportPreviewTable.tsx";
import { ImportUpload } from "../../web/transactions/ImportUpload.tsx";
import { show } from "./support.tsx";

const amount = (heading: string | null) => ({ name: "amount", required: true, heading });
const preview = {
  header: ["TXN", "AMT"],
  columns: [{ name: "transaction_id", required: true, heading: "TXN" }, amount("AMT")],
  rows: [
    { line: 2, fields: ["T-1", "much"], problems: [{ column: "amount", message: "is no amount" }] },
    { line: 3, fields: ["T-2", "7.50"], problems: [] },
  ],
  failure: null,
};
const rows = () => screen.getAllByRole("row").map((row) => [...row.children].map((cell) => cell.textContent));

test("a row says what is wrong with it before its fields, so that it is in sight however wide the file is", async () => {
  await show(<ImportPreviewTable preview={preview} />);
  expect(rows().slice(1)).toEqual([
    ["2", "amount is no amount", "T-1", "much"],
    ["3", "nothing", "T-2", "7.50"],
  ]);
});

test("while a column is missing no row is said to have nothing wrong: nobody could tell", async () => {
  const failure = "Columns are missing: amount.";
  const clean = preview.rows.map((row) => ({ ...row, problems: [] }));
  await show(
    <ImportPreviewTable
      preview={{ ...preview, columns: [...preview.columns.slice(0, 1), amount(null)], rows: clean, failure }}
    />,
  );
  expect(rows().map((row) => row.length)).toEqual([3, 3, 3]);
  expect(screen.queryByText("nothing")).toBeNull();
});

/** A server that understands every file as one of bank disputes only. */
class Understanding extends EventTarget {
  readonly upload = new EventTarget();
  readonly status = 200;
  responseText = "";
  open(_method: string, url: string): void {
    const failure = url.includes("bank-disputes") ? null : "Columns are missing: amount.";
    this.responseText = JSON.stringify({ ...preview, columns: [amount(failure === null ? "AMT" : null)], failure });
  }
  setRequestHeader(): void {}
  getResponseHeader = (): null => null;
  send(): void {
    queueMicrotask(() => this.dispatchEvent(new Event("load")));
  }
  abort(): void {}
}
afterEach(() => void vi.unstubAllGlobals());

test("a file of another kind is said to be one, and is looked at as that by one press", async () => {
  vi.stubGlobal("XMLHttpRequest", Understanding);
  const { container } = await show(<ImportUpload onReceived={() => undefined} />);
  const input = container.querySelector("input[type=file]");
  if (input === null) throw new Error("no place for a file");
  await act(async () => void fireEvent.change(input, { target: { files: [new File(["a,b"], "disputes.csv")] } }));
  expect(await screen.findByText(/It looks like: Bank disputes file/)).toBeTruthy();
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Look at it as that" })));
  expect(
    await screen.findByRole<HTMLInputElement>("radio", { name: "Bank disputes file", checked: true }),
  ).toBeTruthy();
  expect(screen.queryByText(/Columns are missing/)).toBeNull();
  expect(screen.getByRole("button", { name: "Import this file" }).hasAttribute("disabled")).toBe(false);
});

test("a file that was not taken stands there still, with its columns as they were said", async () => {
  class Cut extends Understanding {
    #url = "";
    override open(method: string, url: string): void {
      this.#url = url;
      super.open(method, "bank-disputes");
    }
    override send(): void {
      queueMicrotask(() => this.dispatchEvent(new Event(this.#url.endsWith("/preview") ? "load" : "error")));
    }
  }
  vi.stubGlobal("XMLHttpRequest", Cut);
  const { container } = await show(<ImportUpload onReceived={() => undefined} />);
  const input = container.querySelector("input[type=file]");
  if (input === null) throw new Error("no place for a file");
  await act(async () => void fireEvent.change(input, { target: { files: [new File(["a,b"], "sales.csv")] } }));
  const take = await screen.findByRole("button", { name: "Import this file" });
  await act(async () => void fireEvent.click(take));
  expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "Import this file" })).toBeTruthy();
});
