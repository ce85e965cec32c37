import { act, fireEvent, screen } from "@testing-library/react";
import { stringify } from "csv-stringify/sync";
import fc from "fast-check";
import { afterEach, expect, test, vi } from "vitest";
import { forSpreadsheets } from "../../server/platform/csv/for-spreadsheets.ts";
import { MeasureTable } from "../../web/insight/MeasureTable.tsx";
import type { Model } from "../../web/insight/measure-model.ts";
import { csvText } from "../../web/ui/csv-text.ts";
import { show } from "./support.tsx";

afterEach(() => {
  vi.unstubAllGlobals();
  // The next file of this worker presses links of its own.
  vi.restoreAllMocks();
});

test("a file made here is written as the desk's exports are, whatever stands in it", () => {
  const written = fc.oneof(
    fc.string(),
    fc.string({
      unit: fc.constantFrom("=", "+", "-", "@", "\t", "\r\n", '"', ",", "'", "＝", "＋", "－", "＠", "a", "中"),
    }),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(written, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
      (lines) => {
        expect(csvText(lines)).toBe(stringify(lines, forSpreadsheets));
      },
    ),
  );
});

function textOf(file: Blob | undefined): Promise<unknown> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.addEventListener("load", () => resolve(reader.result));
    reader.readAsText(file ?? new Blob());
  });
}

test("the table beside a chart is taken away as it is shown, under its own name", async () => {
  const cell = (text: string) => ({ text, value: 1, href: null });
  const model: Model = {
    ...{ key: "k", title: "Requests by shop", head: "Shop", axis: "COUNT", isStacked: false, isLying: false },
    series: [
      { name: "Requests", tone: "accent", look: "BAR" },
      { name: "Standing", tone: "late", look: "TABLE_ONLY" },
    ],
    rows: [
      { name: '=HYPERLINK("x")', cells: [cell("1,204"), cell("Watched")] },
      { name: "Landian", cells: [cell("3")], warns: true },
    ],
  };
  const saved: Blob[] = [];
  const names: string[] = [];
  vi.stubGlobal("URL", {
    ...URL,
    createObjectURL: (blob: Blob) => {
      saved.push(blob);
      return "blob:here";
    },
    revokeObjectURL: () => undefined,
  });
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    names.push(this.download);
  });
  await show(<MeasureTable model={model} />);
  await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Download CSV: Requests by shop" })));
  expect(names).toEqual(["Requests by shop.csv"]);
  expect(await textOf(saved[0])).toBe(
    'Shop,Requests,Standing\r\n"\'=HYPERLINK(""x"")","1,204",Watched\r\nLandian,3,\r\n',
  );
});
