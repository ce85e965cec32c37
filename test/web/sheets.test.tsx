import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useState } from "react";
import { describe, expect, test, vi } from "vitest";
import { BatchPreview } from "../../web/approvals/BatchPreview.tsx";
import { PaymentChoice } from "../../web/pages/case-actions/PaymentChoice.tsx";
import { BulkSheet } from "../../web/pages/queue/bulk/BulkSheet.tsx";
import type { Viewer } from "../../web/shell/viewer.ts";
import { TemplatePicker } from "../../web/threads/TemplatePicker.tsx";
import { PaymentLookUp } from "../../web/transactions/PaymentLookUp.tsx";
import { Field } from "../../web/ui/Field.tsx";
import { Modal } from "../../web/ui/Modal.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

const viewer: Viewer = {
  ...{ id: "me", name: "Li Na", role: "SUPPORT_AGENT", limits: [] },
  permissions: ["CASE_READ", "CASE_WORK", "CASE_NOTE", "CASE_ASSIGN"],
};
const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const area = () => screen.getByRole<HTMLTextAreaElement>("textbox");
const write = (value: string) => fireEvent.change(area(), { target: { value } });
const onDesk = (node: ReactNode) => show(<Desk viewer={viewer}>{node}</Desk>);
const nothing = () => undefined;

describe("a dialog", () => {
  test("is closed by a press beside it, and not by a text that is marked out of it", async () => {
    const onClose = vi.fn();
    await show(
      <Modal label="Words" onClose={onClose}>
        <textarea />
      </Modal>,
    );
    const dialog = screen.getByRole("dialog");
    fireEvent.pointerDown(area());
    fireEvent.click(dialog);
    expect(onClose).not.toHaveBeenCalled();
    fireEvent.pointerDown(dialog);
    fireEvent.click(dialog);
    expect(onClose).toHaveBeenCalledOnce();
  });
});

describe("what would happen, looked at again while nobody answers,", () => {
  const bulkPreview = [{ allowed: true, case: { id: "c1", number: "RD-26-000001" }, reasons: [] }];
  const refund = {
    id: "a1",
    mayDecide: true,
    mayReject: true,
    amount: null,
    case: { id: "c1", number: "RD-26-000001" },
  };

  test.each([
    [
      "to cases",
      <BulkSheet key="bulk" action="ASSIGN" caseIds={["c1"]} onClose={nothing} onDone={nothing} />,
      /^Assign/,
    ],
    [
      "to approvals",
      <BatchPreview
        key="batch"
        chosen={[{ id: "a1", version: 1 }]}
        verdict="GRANT"
        onClose={nothing}
        onDone={nothing}
      />,
      /^Approve/,
    ],
  ])("%s is not what was answered before", async (_, sheet, go) => {
    let isUp = true;
    wholeDesk(() => (isUp ? { bulkPreview, approvalPreview: { requests: [refund], totals: [] } } : null));
    const { redraw } = await onDesk(sheet);
    const isShut = () => screen.getByRole<HTMLButtonElement>("button", { name: go }).disabled;
    await screen.findByText(/RD-26-000001/);
    expect(isShut()).toBe(false);
    redraw(<Desk viewer={viewer}>{null}</Desk>);
    isUp = false;
    redraw(<Desk viewer={viewer}>{sheet}</Desk>);
    await screen.findByText("The server cannot be reached");
    expect(screen.queryByText(/RD-26-000001/)).toBeNull();
    expect(isShut()).toBe(true);
  });
});

describe("something done to several cases", () => {
  const bulk = (caseIds: readonly string[]) =>
    onDesk(<BulkSheet action="ADD_NOTE" caseIds={caseIds} onClose={nothing} onDone={nothing} />);
  const preview = { bulkPreview: [{ allowed: true, case: { id: "c1", number: "RD-26-000001" }, reasons: [] }] };

  test("says that the server does not answer, and checks when it is asked again", async () => {
    let isUp = false;
    wholeDesk(() => (isUp ? preview : null));
    await bulk(["c1"]);
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    expect(screen.queryByText(/^Checking/)).toBeNull();
    isUp = true;
    await press("Try again");
    expect(await screen.findByText("RD-26-000001")).toBeTruthy();
  });

  test("keeps what was written about these cases, and about no others", async () => {
    wholeDesk(() => preview);
    const first = await bulk(["c1", "c2"]);
    write("Called the shop");
    first.unmount();
    const others = await bulk(["c3"]);
    expect(area().value).toBe("");
    others.unmount();
    await bulk(["c2", "c1"]);
    expect(area().value).toBe("Called the shop");
  });

  test("says what is still missing to whoever presses, and sends nothing", async () => {
    const desk = wholeDesk(() => preview);
    await bulk(["c1"]);
    await screen.findByText("RD-26-000001");
    area().blur();
    await press(/^Add/);
    await waitFor(() => expect(document.activeElement).toBe(area()));
    expect(screen.getByRole("alert").textContent).toBe("Please fill this in");
    expect(desk.asked.map(({ name }) => name)).not.toContain("addNoteToCases");
    write("Called");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  test("says afterwards on how many it was not done, those among them that were refused from the start", async () => {
    const [yes, no] = ["1", "2"].map((id) => ({ id: `c${id}`, number: `RD-26-00000${id}` }));
    const reasons = [{ code: "WRONG_STATE", message: "It is closed." }];
    const done = { caseId: "c1", result: { __typename: "CaseActionDone", case: { id: "c1", version: 2 } } };
    wholeDesk(({ name }) =>
      name === "addNoteToCases"
        ? { addNoteToCases: { done: 1, rows: [done] } }
        : {
            bulkPreview: [
              { allowed: true, case: yes, reasons: [] },
              { allowed: false, case: no, reasons },
            ],
          },
    );
    await bulk(["c1", "c2"]);
    await screen.findByText("It is closed.");
    write("Called");
    await press("Add the note to 1 case");
    expect(await screen.findByText(/^Done on 1, not on 1, for the reasons below/)).toBeTruthy();
  });

  test("offers the way back where it can be done on none", async () => {
    const reasons = [{ code: "WRONG_STATE", message: "It is closed." }];
    wholeDesk(() => ({ bulkPreview: [{ allowed: false, case: { id: "c1", number: "RD-26-000001" }, reasons }] }));
    await bulk(["c1"]);
    await screen.findByText("It is closed.");
    expect(screen.queryByRole("button", { name: /^Add/ })).toBeNull();
    expect(screen.getByRole("button", { name: "Back to the list" })).toBeTruthy();
  });

  test("sends other words under another key after a lost answer, and the same under the same", async () => {
    const desk = wholeDesk(({ name }) => (name === "addNoteToCases" ? null : preview));
    await bulk(["c1"]);
    await screen.findByText("RD-26-000001");
    const keys = () =>
      desk.asked.flatMap(({ variables: { input } }) => (input as { idempotencyKey?: string })?.idempotencyKey ?? []);
    write("Deer shop");
    await press(/^Add/);
    await screen.findByRole("alert");
    await press("Send again");
    await waitFor(() => expect(keys()).toHaveLength(2));
    write("Dear shop");
    await press("Send again");
    await waitFor(() => expect(keys()).toHaveLength(3));
    expect(keys()[1]).toBe(keys()[0]);
    expect(keys()[2]).not.toBe(keys()[0]);
  });
});

describe("several cases given to somebody", () => {
  const row = (id: string, assignee: { id: string; name: string } | null) => ({
    ...{ allowed: true, reasons: [] },
    case: { id, number: `RD-26-00000${id}`, version: 3, customer: null, assignee },
  });
  const me = { id: viewer.id, name: viewer.name };
  const preview = { bulkPreview: [row("1", me), row("2", null), row("3", { id: "s3", name: "Emma Clarke" })] };

  test("says so where all of them had changed meanwhile, and what happened instead of what would", async () => {
    const stale = (id: string) => ({
      ...{ caseId: id, result: { __typename: "StaleCase", message: "It changed.", case: { id, version: 4 } } },
    });
    wholeDesk(({ name }) =>
      name === "assignCases" ? { assignCases: { done: 0, rows: [stale("2"), stale("3")] } } : preview,
    );
    await onDesk(<BulkSheet action="ASSIGN" caseIds={["2", "3"]} onClose={nothing} onDone={nothing} />);
    await screen.findByRole("columnheader", { name: "What happens" });
    await press(/^Assign \d cases/);
    await screen.findByText("Done on none of them, for the reasons below. They were left as they are.");
    expect(screen.getByRole("columnheader", { name: "What happened" })).toBeTruthy();
    expect(screen.getAllByText("It changed.")).toHaveLength(2);
  });

  test("leaves those alone that they have already, and says so", async () => {
    const given: unknown[] = [];
    const done = (id: string) => ({
      caseId: id,
      result: { __typename: "CaseActionDone", case: { id, version: 4, assignee: me } },
    });
    wholeDesk(({ name, variables: { input } }) => {
      if (name !== "assignCases") return preview;
      given.push(...(input as { cases: readonly { caseId: string }[] }).cases.map(({ caseId }) => caseId));
      return { assignCases: { done: 2, rows: [done("2"), done("3")] } };
    });
    await onDesk(<BulkSheet action="ASSIGN" caseIds={["1", "2", "3"]} onClose={nothing} onDone={nothing} />);
    await screen.findByText("Stays with whoever has it: Li Na");
    expect(screen.getByText("Can be assigned; now with: Emma Clarke")).toBeTruthy();
    await press("Assign 2 cases");
    await screen.findByText("Done on each of the 2 cases.");
    expect(given).toEqual(["2", "3"]);
    expect(screen.getAllByText("Done")).toHaveLength(2);
  });
});

describe("what is said to several customers", () => {
  const row = (id: string, locale: string) => ({
    ...{ allowed: true, reasons: [] },
    case: { id, number: `RD-26-00000${id}`, version: 3, customer: { id: `of ${id}`, name: `Customer ${id}`, locale } },
  });
  const preview = { bulkPreview: [row("1", "EN"), row("2", "ZH_CN"), row("3", "EN")] };
  const done = (id: string) => ({ caseId: id, result: { __typename: "CaseActionDone", case: { id, version: 4 } } });
  interface Input {
    readonly idempotencyKey: string;
    readonly message: string;
    readonly cases: readonly { readonly caseId: string }[];
  }
  const onDone = vi.fn();
  const ask = (lost: () => string) => {
    const desk = wholeDesk(({ name, variables }) => {
      if (name !== "requestInformationOnCases") return preview;
      const { cases, message } = variables["input"] as Input;
      if (message === lost()) return null;
      return { requestInformationOnCases: { done: cases.length, rows: cases.map(({ caseId }) => done(caseId)) } };
    });
    return () =>
      desk.asked.flatMap(({ name, variables: { input } }) =>
        name === "requestInformationOnCases" ? [input as Input] : [],
      );
  };
  const open = () =>
    onDesk(<BulkSheet action="REQUEST_INFORMATION" caseIds={["1", "2", "3"]} onClose={nothing} onDone={onDone} />);
  const box = (language: RegExp) => screen.findByLabelText<HTMLTextAreaElement>(language);

  test("is written in each language they read, and each reads theirs", async () => {
    const sent = ask(() => "");
    await open();
    const english = await box(/the 2 customers who read English/);
    fireEvent.change(english, { target: { value: "The slip, please" } });
    await press("Ask 3 customers");
    const chinese = await box(/the customer who reads Chinese/);
    await waitFor(() => expect(document.activeElement).toBe(chinese));
    expect(sent()).toEqual([]);
    fireEvent.change(chinese, { target: { value: "请发小票" } });
    await press("Ask 3 customers");
    await screen.findByText("Done on each of the 3 cases.");
    const told = sent().map(({ message, cases }) => [message, cases.map(({ caseId }) => caseId)]);
    expect(told).toEqual([
      ["请发小票", ["2"]],
      ["The slip, please", ["1", "3"]],
    ]);
    expect(screen.getAllByText("Done")).toHaveLength(3);
    expect(onDone).toHaveBeenCalledOnce();
  });

  test("where one answer is lost only that part is sent again, under the key that it had", async () => {
    let lost = "OK?";
    const sent = ask(() => lost);
    await open();
    fireEvent.change(await box(/English/), { target: { value: "OK?" } });
    const chinese = await box(/Chinese/);
    fireEvent.change(chinese, { target: { value: "好吗？" } });
    await press(/^Ask/);
    await screen.findByRole("alert");
    expect(chinese.readOnly).toBe(true);
    expect(screen.getAllByText("Done")).toHaveLength(1);
    lost = "";
    await press("Send again");
    await screen.findByText("Done on each of the 3 cases.");
    const [first, second, third, ...more] = sent().map(({ idempotencyKey }) => idempotencyKey);
    expect(more).toEqual([]);
    expect(third).toBe(second);
    expect(second).not.toBe(first);
  });

  test("the same words in both boxes go under two keys", async () => {
    const sent = ask(() => "");
    await open();
    for (const each of [/English/, /Chinese/]) fireEvent.change(await box(each), { target: { value: "OK?" } });
    await press(/^Ask/);
    await screen.findByText("Done on each of the 3 cases.");
    expect(new Set(sent().map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  });
});

test("what is written about some approvals is kept, until it is given up", async () => {
  wholeDesk(() => ({ approvalPreview: { requests: [], totals: [] } }));
  const open = () =>
    onDesk(<BatchPreview chosen={[{ id: "a1", version: 1 }]} verdict="REJECT" onClose={nothing} onDone={nothing} />);
  const first = await open();
  write("Not seen at the counter");
  first.unmount();
  const again = await open();
  expect(area().value).toBe("Not seen at the counter");
  await press("Cancel");
  again.unmount();
  await open();
  expect(area().value).toBe("");
});

describe("the templates", () => {
  const picker = (onInsert = vi.fn(), onClose = vi.fn()) =>
    onDesk(<TemplatePicker caseId="c1" thread="CUSTOMER" readerLanguage="en" onInsert={onInsert} onClose={onClose} />);
  const template = { id: "t1", thread: "CUSTOMER", nameZh: "已询问", nameEn: "Asked" };

  test("that cannot be read say so", async () => {
    let isUp = false;
    wholeDesk(() => (isUp ? { messageTemplates: [template] } : null));
    await picker();
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    isUp = true;
    await press("Try again");
    expect(await screen.findByRole("option", { name: "Asked" })).toBeTruthy();
  });

  test("put nothing in before they are filled, and say why they are not", async () => {
    const [onInsert, onClose] = [vi.fn(), vi.fn()];
    wholeDesk(({ name }) => (name === "FilledTemplate" ? null : { messageTemplates: [template] }));
    await picker(onInsert, onClose);
    expect(await screen.findByText("The server cannot be reached")).toBeTruthy();
    fireEvent.keyDown(screen.getByRole("listbox"), { key: "Enter" });
    expect([onInsert.mock.calls, onClose.mock.calls]).toEqual([[], []]);
  });
});

test("a payment is not chosen by the Enter that ends a word of an input method", async () => {
  const node = { id: "t1", voucherNumber: "000418" };
  wholeDesk(() => ({ transactions: { edges: [{ node }] } }));
  const onChoose = vi.fn();
  await onDesk(<PaymentLookUp onChoose={onChoose} />);
  fireEvent.change(screen.getByRole("combobox"), { target: { value: "王小明" } });
  await screen.findByRole("option");
  fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter", isComposing: true });
  expect(onChoose).not.toHaveBeenCalled();
  fireEvent.keyDown(screen.getByRole("combobox"), { key: "Enter" });
  await waitFor(() => expect(onChoose).toHaveBeenCalledWith("t1"));
});

describe("the payment of a case that waits without one", () => {
  const node = {
    ...{ id: "t1", network: "UNIONPAY", cardLast4: "4417", voucherNumber: "000418", terminalNumber: null, cases: [] },
    processedAt: "2026-10-09T08:20:00.000Z",
    ...{ captured: { minor: "129900", currency: "CNY" }, refundable: { minor: "129900", currency: "CNY" } },
    merchant: { id: "m1", name: "Tea House", nameZh: null },
  };

  test("is looked for among what its own shop was paid", async () => {
    const asked: unknown[] = [];
    wholeDesk(({ name, variables }) => {
      if (name === "LookUpPayments") asked.push(variables);
      return { transactions: { edges: [{ node }], pageInfo: { hasNextPage: false } } };
    });
    const onChange = vi.fn();
    await onDesk(<PaymentChoice id="p" merchantId="m1" value="" onChange={onChange} />);
    fireEvent.change(screen.getByRole("combobox"), { target: { value: "000418" } });
    fireEvent.click(await screen.findByRole("option"));
    expect(onChange).toHaveBeenCalledWith("t1");
    expect(asked).toEqual([{ text: "000418", merchantId: "m1", kinds: ["SALE", "PREAUTHORIZATION", "COMPLETION"] }]);
  });

  test("stands there whole once it is chosen, and another can be chosen", async () => {
    wholeDesk(() => ({ transaction: node }));
    const onChange = vi.fn();
    await onDesk(<PaymentChoice id="p" merchantId="m1" value="t1" onChange={onChange} />);
    expect(await screen.findByText("Tea House")).toBeTruthy();
    await press("Choose another");
    expect(onChange).toHaveBeenCalledWith("");
  });

  test("has the focus wherever what one pressed is gone, and its button is called by what it does", async () => {
    wholeDesk(() => ({ transaction: node, transactions: { edges: [{ node }], pageInfo: { hasNextPage: false } } }));
    function Asked() {
      const [value, setValue] = useState("");
      return (
        <Field label="Payment" error={value === "" ? "Choose one." : undefined}>
          {(control) => <PaymentChoice {...control} merchantId="m1" value={value} onChange={setValue} />}
        </Field>
      );
    }
    await onDesk(<Asked />);
    const box = () => screen.getByRole("combobox", { name: "Payment", description: /Choose one/ });
    expect(document.activeElement).not.toBe(box());
    fireEvent.change(box(), { target: { value: "000418" } });
    fireEvent.click(await screen.findByRole("option"));
    expect(document.activeElement).toBe(screen.getByRole("region", { name: "Payment" }));
    await press("Choose another");
    expect(document.activeElement).toBe(box());
  });
});
