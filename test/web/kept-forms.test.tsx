import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ReactElement } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { MerchantSheet } from "../../web/pages/admin/registry/MerchantSheet.tsx";
import { SettingsPage } from "../../web/pages/admin/SettingsPage.tsx";
import { FindingsPage } from "../../web/pages/audit/FindingsPage.tsx";
import { SampleItemPanel } from "../../web/pages/audit/SampleItemPanel.tsx";
import { PersonSheet } from "../../web/pages/people/PersonSheet.tsx";
import { agent, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { type Told, wholeDesk } from "./whole-desk.ts";

const nothing = () => undefined;
const press = (name: string | RegExp) =>
  act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
const type = async (label: string | RegExp, value: string) =>
  fireEvent.change(await screen.findByLabelText(label), { target: { value } });

afterEach(() => vi.restoreAllMocks());

interface Form {
  readonly page: ReactElement;
  readonly stored: (version: number) => Readonly<Record<string, unknown>>;
  readonly stale: string;
  readonly open: () => Promise<unknown>;
  readonly label: string | RegExp;
  readonly send: string | RegExp;
}
const merchant = (version: number) => ({
  node: { __typename: "Merchant", id: "m1", version, number: "M1", name: "Shop", state: "OPEN" },
});
const forms: Readonly<Record<string, Form>> = {
  "a merchant's name": {
    page: <MerchantSheet id="m1" onClose={nothing} />,
    stored: merchant,
    stale: "StaleRegistryEntry",
    open: () => press("Change the details"),
    label: "Name in English",
    send: "Save",
  },
  "why a merchant is suspended": {
    page: <MerchantSheet id="m1" onClose={nothing} />,
    stored: merchant,
    stale: "StaleRegistryEntry",
    open: () => press("Suspend the merchant"),
    label: "Reason",
    send: "Suspend the merchant",
  },
  "the desk's settings": {
    page: <SettingsPage />,
    stored: (version) => ({ deskSettings: { version, nameEn: "Desk", timeZone: "Asia/Shanghai", currency: "CNY" } }),
    stale: "StaleDeskSettings",
    open: async () => undefined,
    label: "Name in English",
    send: "Save the settings",
  },
  "why a colleague is suspended": {
    page: <PersonSheet id="s1" onClose={nothing} onMoved={nothing} />,
    stored: (version) => ({
      node: { __typename: "Staff", id: "s1", version, name: "Wang Fang", role: "ADMINISTRATOR", state: "ACTIVE" },
      roles: [],
    }),
    stale: "StaleStaff",
    open: () => press("Suspend"),
    label: /Reason/,
    send: "Suspend",
  },
};

test("what is answered of a sampled case over older answers is not written over theirs before it was said", async () => {
  let version = 1;
  const sent: Told[] = [];
  const questions = [{ code: "REASON_UNDERSTOOD" as const, text: "Is a reason given?", hint: "" }];
  wholeDesk((told) => {
    if (told.name === "ReviewSampleItem") {
      sent.push(told);
      return { reviewSampleItem: { __typename: "AuditRefused", message: "Somebody has answered meanwhile." } };
    }
    return { sampleItem: { id: "i1", version, case: { id: "c1", number: "RD-1" }, answers: [] } };
  });
  const panel = <SampleItemPanel id="i1" total={1} questions={questions} onNext={nothing} />;
  await show(<Desk viewer={{ ...agent, permissions: ["AUDIT_REVIEW"] }}>{panel}</Desk>);
  fireEvent.click(await screen.findByLabelText("Yes"));
  version = 2;
  await press("Save the review");
  await screen.findByText("Somebody has answered meanwhile.");
  expect(screen.getByLabelText<HTMLInputElement>("Yes").checked).toBe(true);
  await act(async () => new Promise((rest) => setTimeout(rest, 50)));
  await press("Save the review");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ variables }) => variables["input"])).toMatchObject([
    { expectedVersion: 1 },
    { expectedVersion: 2 },
  ]);
});

describe("what is typed over something that somebody else has changed meanwhile", () => {
  test.each(Object.entries(forms))(
    "stays with the word that it has changed, and is sent over theirs: %s",
    async (_, form) => {
      let version = 1;
      const sent: Told[] = [];
      wholeDesk((told) => {
        if ("input" in told.variables) {
          sent.push(told);
          version = 2;
          const answer = { __typename: form.stale, message: "Changed meanwhile." };
          return { changeMerchant: answer, suspendMerchant: answer, changeDeskSettings: answer, suspendStaff: answer };
        }
        return form.stored(version);
      });
      await show(<Desk>{form.page}</Desk>);
      await form.open();
      await type(form.label, "typed");
      await press(form.send);
      await screen.findByText("Changed meanwhile.");
      await act(async () => new Promise((rest) => setTimeout(rest, 50)));
      expect(screen.getByText("Changed meanwhile.")).toBeDefined();
      expect(screen.getByLabelText<HTMLInputElement>(form.label).value).toBe("typed");
      await press(form.send);
      await waitFor(() => expect(sent).toHaveLength(2));
      expect(sent.map(({ variables }) => variables["input"])).toMatchObject([
        { expectedVersion: 1 },
        { expectedVersion: 2 },
      ]);
    },
  );
});

test("a finding that was changed says so, though it has another version then", async () => {
  let version = 1;
  const finding = () => ({ id: "f1", version, what: "No reason", state: "OPEN", owner: { id: "s1", name: "Li" } });
  wholeDesk(({ name }) => {
    if (name !== "ChangeFinding") return { auditFindings: { edges: [{ node: finding() }] } };
    version = 2;
    return { changeFinding: { __typename: "FindingKept", finding: finding() } };
  });
  await show(
    <Desk viewer={{ ...agent, permissions: ["AUDIT_REVIEW", "STAFF_READ"] }}>
      <FindingsPage />
    </Desk>,
  );
  fireEvent.change(await screen.findByLabelText("Due on"), { target: { value: "2026-11-30" } });
  fireEvent.submit(screen.getByLabelText("Due on").closest("form") as HTMLFormElement);
  expect(await screen.findByText("Changed")).toBeDefined();
});
