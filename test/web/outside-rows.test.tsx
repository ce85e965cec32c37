import { screen, within } from "@testing-library/react";
import { expect, test } from "vitest";
import { OutsideRows } from "../../web/training/OutsideRows.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

test("each field of a row carries its column's name, which is what a phone shows before it", async () => {
  const file = {
    __typename: "OutsideRecordFile",
    header: ["email", "course"],
    rows: [
      {
        ...{ __typename: "OutsideRow", line: 3, fields: ["li@redress.test", "bank-disputes"], fate: "BAD" },
        ...{ validUntil: null, reasons: [{ column: "email", code: "UNKNOWN_PERSON", message: "nobody" }] },
      },
    ],
  };
  await show(
    <Desk>
      <OutsideRows file={file as never} isDone={false} />
    </Desk>,
  );
  const cells = within(screen.getAllByRole("row")[1] as HTMLElement).getAllByRole("cell");
  expect(cells.map((cell) => [cell.dataset["name"], cell.textContent])).toEqual([
    ["Line", "3"],
    [undefined, expect.stringContaining("Cannot be taken")],
    ["email", "li@redress.test"],
    ["course", "bank-disputes"],
  ]);
});
