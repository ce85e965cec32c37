import { act, fireEvent, screen, waitFor, within } from "@testing-library/react";
import { useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { DraftEditor } from "../../web/policies/DraftEditor.tsx";
import { ResponsibilityFields } from "../../web/policies/fields/ResponsibilityFields.tsx";
import { emptyCells, newRow, type PolicyText } from "../../web/policies/policy-text.ts";
import { toInput, withSentences } from "../../web/policies/save-policy-draft.ts";
import { show } from "./support.tsx";

const both = (text: string) => ({ zh: text, en: text });
const first: PolicyText = {
  ...{
    title: both("Refunds"),
    timeZone: "Asia/Shanghai",
    windowDays: 7,
    windows: [{ reason: "WRONG_AMOUNT", days: 15 }],
  },
  ...{ proofNeeded: true, acceptedProofs: [], identityNeededAbove: [], goodsStateNeededFor: [] },
  rows: [
    { ...newRow({ ...emptyCells, reasons: ["OTHER"] }), because: both("Row one says so."), sentence: both("One.") },
    { ...newRow(), because: both("Row two says so."), sentence: both("Two.") },
  ],
  otherwise: { ...newRow(), because: both(""), sentence: both("Else.") },
  ...{ agentDecidesUpTo: [], supervisorGrantsUpTo: [], autoLimit: null },
  ...{ arrivalWorkingDaysFrom: 1, arrivalWorkingDaysTo: 3, appealWindowDays: 15, reopenWindowDays: 30 },
  ...{
    feesBorneBy: "MERCHANT",
    feeBasisPoints: null,
    feeFixed: null,
    responsibilities: [],
    publicText: both("Public."),
  },
};

/** The editor as the page holds it; what it says of the text at the end. */
async function edited() {
  const onChange = vi.fn<(text: PolicyText) => void>();
  function Held() {
    const [text, setText] = useState(first);
    const keep = (to: PolicyText) => {
      onChange(to);
      setText(to);
    };
    return <DraftEditor text={text} changed={new Set()} findings={null} onChange={keep} />;
  }
  await show(<Held />);
  return () => onChange.mock.lastCall?.[0] ?? first;
}
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });
/** Chooses one word of a field that takes several. */
async function pick(label: string, word: string) {
  await act(async () => void fireEvent.mouseDown(screen.getByRole("combobox", { name: label })));
  const options = await screen.findAllByText(word, { selector: ".ant-select-item-option-content" });
  await act(async () => void fireEvent.click(options.at(-1) as HTMLElement));
}

describe("the window of a reason", () => {
  test("stays while its days are typed anew, and holds the last number meanwhile", async () => {
    const text = await edited();
    const days = () => screen.getByLabelText<HTMLInputElement>("Wrong amount: days");
    type(days(), "");
    expect(days().value).toBe("");
    expect(screen.getByRole("alert").textContent).toContain("stays at 15");
    expect(text().windows).toEqual([{ reason: "WRONG_AMOUNT", days: 15 }]);
    type(days(), "30");
    expect(text().windows).toEqual([{ reason: "WRONG_AMOUNT", days: 30 }]);
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("is taken away by its own button, and another is named", async () => {
    const text = await edited();
    await press("Wrong amount: no window of its own");
    expect(text().windows).toEqual([]);
    type(screen.getByLabelText("A window of its own for"), "CANCELLED");
    expect(text().windows).toEqual([{ reason: "CANCELLED", days: 7 }]);
  });
});

describe("what a policy says beside its table", () => {
  test("what a refund costs is typed in per cent, and what does not read keeps the last share", async () => {
    const text = await edited();
    const share = () => screen.getByLabelText<HTMLInputElement>("Share of the refund (%)");
    type(share(), "0.60");
    expect(text().feeBasisPoints).toBe(60);
    type(share(), "0.605");
    expect(screen.getByRole("alert").textContent).toContain("two decimals");
    expect(text().feeBasisPoints).toBe(60);
    const fixed = screen.getByLabelText("Fixed part of the fee");
    // A limit's own hint would say the opposite: that what is not named costs more.
    const hint = document.getElementById(fixed.getAttribute("aria-describedby") ?? "");
    expect(hint?.textContent).toMatch(/not named there is no fixed part/);
    type(fixed, "CNY 1.00");
    expect(text().feeFixed).toEqual([{ minor: "100", currency: "CNY" }]);
    type(share(), "");
    expect(text().feeBasisPoints).toBeNull();
  });

  test("proofs and the reasons for which the goods are looked at are chosen", async () => {
    const text = await edited();
    await pick("Any one of these proves the sale", "Receipt");
    expect(text().acceptedProofs).toEqual(["RECEIPT"]);
    await pick("The state of the goods is looked at for", "Not as described");
    expect(text().goodsStateNeededFor).toEqual(["NOT_AS_DESCRIBED"]);
  });

  test("its days are counted by a zone that is chosen", async () => {
    const text = await edited();
    type(screen.getByLabelText(/^Time zone/), "Europe/Berlin");
    expect(text().timeZone).toBe("Europe/Berlin");
  });

  test("who answers for what is written in both languages, put in order and taken away", async () => {
    const text = await edited();
    await press("Add a step");
    type(screen.getByLabelText("Step (English)"), "Check");
    type(screen.getByLabelText("Who (Chinese)"), "专员");
    await press("Add a step");
    expect(text().responsibilities).toHaveLength(2);
    await act(async () => void fireEvent.click(screen.getAllByRole("button", { name: "Move down" })[0] as HTMLElement));
    expect(text().responsibilities[1]).toMatchObject({ step: { zh: "", en: "Check" }, who: { zh: "专员", en: "" } });
    const [empty] = screen.getAllByRole("button", { name: "Delete step" });
    await act(async () => void fireEvent.click(empty as HTMLElement));
    expect(text().responsibilities).toMatchObject([{ step: { en: "Check" } }]);
  });
});

describe("a cell of the table", () => {
  const cell = (name: RegExp) => screen.getByRole("button", { name });

  test("opens the control of its column in its place, and Escape gives the focus back", async () => {
    const text = await edited();
    await press(/^Since sale, row 1:/);
    const box = within(await screen.findByRole("group", { name: "Since sale, row 1:" }));
    await waitFor(() => expect(document.activeElement).toBe(box.getByLabelText("More days since the sale than")));
    // What is typed in the second stays there.
    box.getByLabelText("Days since the sale, at most").focus();
    type(box.getByLabelText("Days since the sale, at most"), "5");
    expect(document.activeElement).toBe(box.getByLabelText("Days since the sale, at most"));
    expect(text().rows[0]?.when.daysAtMost).toBe(5);
    fireEvent.keyDown(box.getByLabelText("Days since the sale, at most"), { key: "Escape" });
    expect(document.activeElement).toBe(cell(/^Since sale, row 1:/));
    expect(cell(/^Since sale, row 1:/).getAttribute("aria-expanded")).toBe("false");
  });

  test("of an amount opens with the focus in its first field, as of any other", async () => {
    await edited();
    await press(/^Amount, row 1:/);
    const box = within(await screen.findByRole("group", { name: "Amount, row 1:" }));
    await waitFor(() => expect(document.activeElement).toBe(box.getByLabelText("Amount above")));
  });

  test("asks the currency too", async () => {
    const text = await edited();
    await press(/^Also, row 2:/);
    await pick("Currency", "JPY");
    expect(text().rows[1]?.when.currencies).toEqual(["JPY"]);
  });

  test("of the last line says what follows and why, and asks nothing", async () => {
    const text = await edited();
    expect(screen.queryByRole("button", { name: /^Reason, row else:/ })).toBeNull();
    await press(/^In words, row else:/);
    type(await screen.findByLabelText("Why (English)"), "A person looks.");
    expect(text().otherwise.because).toEqual({ zh: "", en: "A person looks." });
  });

  test("leads to its neighbours by the arrows", async () => {
    await edited();
    const arrow = (key: string) => fireEvent.keyDown(document.activeElement as HTMLElement, { key });
    cell(/^Reason, row 1:/).focus();
    arrow("ArrowRight");
    expect(document.activeElement).toBe(cell(/^Amount, row 1:/));
    arrow("ArrowDown");
    expect(document.activeElement).toBe(cell(/^Amount, row 2:/));
    arrow("ArrowLeft");
    expect(document.activeElement).toBe(cell(/^Reason, row 2:/));
    arrow("ArrowUp");
    expect(document.activeElement).toBe(cell(/^Reason, row 1:/));
  });
});

test("the sentences that were made of what was sent go to just those rows, wherever they stand by then", () => {
  const [one, two] = first.rows as [PolicyText["rows"][number], PolicyText["rows"][number]];
  const saved = { ...first, rows: [{ ...one, sentence: both("One anew.") }, two] };
  const written = { ...two, because: both("Changed since.") };
  const now = withSentences({ ...first, rows: [written, one] }, first, saved);
  expect(now.rows.map(({ sentence }) => sentence.en)).toEqual(["Two.", "One anew."]);
  expect(toInput(now)).toMatchObject({
    rows: [{ because: both("Changed since.") }, { because: both("Row one says so.") }],
  });
});

test("a row that is moved on by its pen keeps the keyboard, however far it goes", async () => {
  const text = await edited();
  const pen = (row: number) => screen.getByRole("button", { name: new RegExp(`^Edit row ${row} `) });
  pen(1).focus();
  fireEvent.keyDown(pen(1), { key: "ArrowDown", altKey: true });
  expect(text().rows.map(({ sentence }) => sentence.en)).toEqual(["Two.", "One."]);
  expect(document.activeElement).toBe(pen(2));
});

test("a row that is moved by an arrow keeps that arrow under the hand, at the end of the table too", async () => {
  const text = await edited();
  const down = (row: number) => screen.getByRole("button", { name: new RegExp(`^Move row ${row} down`) });
  down(1).focus();
  await act(async () => void fireEvent.click(down(1)));
  expect(document.activeElement).toBe(down(2));
  expect(down(2).getAttribute("aria-disabled")).toBe("true");
  await act(async () => void fireEvent.click(down(2)));
  expect(text().rows.map(({ sentence }) => sentence.en)).toEqual(["Two.", "One."]);
});

test("a step that is moved keeps the tool that moved it under the hand, to the end and not past it", async () => {
  const step = (name: string) => ({ step: both(name), who: both(""), what: both("") });
  function Held() {
    const [steps, setSteps] = useState([step("one"), step("two"), step("three")]);
    return <ResponsibilityFields steps={steps} onChange={(to) => setSteps([...to])} />;
  }
  await show(<Held />);
  const stepOf = (element: Element | null) =>
    element?.closest("fieldset")?.querySelector<HTMLInputElement>("input")?.value;
  await act(async () => screen.getAllByRole("button", { name: "Move down" })[0]?.click());
  expect([document.activeElement?.textContent, stepOf(document.activeElement)]).toEqual(["Move down", "one"]);
  for (let press = 0; press < 2; press++) await act(async () => (document.activeElement as HTMLElement).click());
  expect([document.activeElement?.textContent, stepOf(document.activeElement)]).toEqual(["Move down", "one"]);
  expect(screen.getAllByRole("group").map((group) => stepOf(group.firstElementChild))).toEqual(["two", "three", "one"]);
});
