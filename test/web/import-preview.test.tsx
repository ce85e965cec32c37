import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { ImportPreviewTable } from "../../web/transactions/ImportPreviewTable.tsx";
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
