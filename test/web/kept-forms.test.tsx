import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import type { ReactElement } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Checklist } from "../../web/audit/Checklist.tsx";
import { ChecklistFragment } from "../../web/audit/use-checklist.ts";
import { readQueueAddress } from "../../web/desk/queue-address.ts";
import { InstitutionsPage } from "../../web/pages/admin/InstitutionsPage.tsx";
import { MerchantSheet } from "../../web/pages/admin/registry/MerchantSheet.tsx";
import { SettingsPage } from "../../web/pages/admin/SettingsPage.tsx";
import { FindingsPage } from "../../web/pages/audit/FindingsPage.tsx";
import { SampleItemPanel } from "../../web/pages/audit/SampleItemPanel.tsx";
import { PersonSheet } from "../../web/pages/people/PersonSheet.tsx";
import type { SavedView } from "../../web/pages/queue/use-queue-tabs.ts";
import { ViewsDialog } from "../../web/pages/queue/ViewsDialog.tsx";
import { WordingsPage } from "../../web/pages/WordingsPage.tsx";
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
  /** In version 2 somebody else has written "Theirs" somewhere. */
  readonly stored: (version: number) => Readonly<Record<string, unknown>>;
  readonly stale: string;
  readonly open: () => Promise<unknown>;
  readonly label: string | RegExp;
  readonly send: string | RegExp;
  /** What is sent over theirs, beside what was typed. */
  readonly kept: object;
}
const written = (version: number) => (version === 1 ? "First" : "Theirs");
const merchant = (version: number) => ({
  node: {
    ...{ __typename: "Merchant", id: "m1", version, number: "M1", state: "OPEN" },
    ...{ name: written(version), nameZh: written(version), categoryCode: version === 1 ? "5812" : "5814" },
  },
});
const forms: Readonly<Record<string, Form>> = {
  "a merchant's name": {
    page: <MerchantSheet id="m1" onClose={nothing} />,
    stored: merchant,
    stale: "StaleRegistryEntry",
    open: () => press("Change the details"),
    label: "Name in English",
    send: "Save",
    kept: { name: "typed", nameZh: "Theirs", categoryCode: "5814" },
  },
  "an institution's name": {
    page: <InstitutionsPage />,
    stored: (version) => ({
      institutions: [
        { __typename: "Institution", id: "b1", version, code: "B1", name: "Bank", nameZh: written(version) },
      ],
    }),
    stale: "StaleRegistryEntry",
    open: () => press("Bank"),
    label: "Name in English",
    send: "Save",
    kept: { name: "typed", nameZh: "Theirs" },
  },
  "why a merchant is suspended": {
    page: <MerchantSheet id="m1" onClose={nothing} />,
    stored: merchant,
    stale: "StaleRegistryEntry",
    open: () => press("Suspend the merchant"),
    label: "Reason",
    send: "Suspend the merchant",
    kept: {},
  },
  "the desk's settings": {
    page: <SettingsPage />,
    stored: (version) => ({
      deskSettings: {
        ...{ version, nameEn: "Desk", nameZh: written(version), timeZone: "Asia/Shanghai" },
        currency: version === 1 ? "CNY" : "USD",
      },
    }),
    stale: "StaleDeskSettings",
    open: async () => undefined,
    label: "Name in English",
    send: "Save the settings",
    kept: { nameEn: "typed", nameZh: "Theirs", currency: "USD", timeZone: "Asia/Shanghai" },
  },
  "why a colleague is suspended": {
    page: <PersonSheet id="s1" onClose={nothing} onMoved={nothing} />,
    stored: (version) => ({
      node: {
        ...{ __typename: "Staff", id: "s1", version, name: written(version) },
        ...{ role: "ADMINISTRATOR", state: "ACTIVE" },
      },
      roles: [],
    }),
    stale: "StaleStaff",
    open: () => press("Suspend"),
    label: /Reason/,
    send: "Suspend",
    kept: {},
  },
};

test("what is answered of a sampled case over older answers is not written over theirs before it was said", async () => {
  let version = 1;
  const sent: Told[] = [];
  const questions = [{ code: "REASON_UNDERSTOOD" as const, text: "Is a reason given?", hint: "" }];
  wholeDesk((told) => {
    if (told.name === "ReviewSampleItem") {
      sent.push(told);
      const reasons = [{ code: "AUDIT_STALE", message: "" }];
      return { reviewSampleItem: { __typename: "AuditRefused", message: "Somebody has answered meanwhile.", reasons } };
    }
    return { sampleItem: { id: "i1", version, case: { id: "c1", number: `RD-${version}` }, answers: [] } };
  });
  const panel = <SampleItemPanel id="i1" total={1} questions={questions} onNext={nothing} />;
  await show(<Desk viewer={{ ...agent, permissions: ["AUDIT_REVIEW"] }}>{panel}</Desk>);
  fireEvent.click(await screen.findByLabelText("Yes"));
  version = 2;
  await press("Save the review");
  await screen.findByText("Somebody has answered meanwhile.");
  await screen.findByText(/RD-2/);
  expect(screen.getByLabelText<HTMLInputElement>("Yes").checked).toBe(true);
  await press("Save the review");
  await waitFor(() => expect(sent).toHaveLength(2));
  expect(sent.map(({ variables }) => variables["input"])).toMatchObject([
    { expectedVersion: 1 },
    { expectedVersion: 2 },
  ]);
});

describe("what is answered of a sampled case", () => {
  const questions = [
    { code: "REASON_UNDERSTOOD" as const, text: "Is a reason given?", hint: "" },
    { code: "RIGHTS_TOLD" as const, text: "Are the rights told?", hint: "" },
  ];
  const stored = (version: number, answers: readonly object[] = []) => ({
    ...{ __typename: "SampleItem", id: "i1", version, answers },
    case: { id: "c1", number: `RD-${version}` },
  });
  const draw = (onNext: () => void) =>
    show(
      <Desk viewer={{ ...agent, permissions: ["AUDIT_REVIEW"] }}>
        <SampleItemPanel id="i1" total={1} questions={questions} onNext={onNext} />
      </Desk>,
    );
  const say = (text: string, at: number) => fireEvent.click(screen.getAllByLabelText(text)[at] as HTMLElement);

  test("while the answers before it are on their way stays, and is sent over those", async () => {
    const sent: Told[] = [];
    const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
    wholeDesk(async (told) => {
      if (told.name !== "ReviewSampleItem") return { sampleItem: stored(1) };
      sent.push(told);
      await replied;
      const { answers } = told.variables["input"] as { readonly answers: readonly object[] };
      return { reviewSampleItem: { __typename: "SampleItemReviewed", item: stored(2, answers) } };
    });
    const onNext = vi.fn();
    await draw(onNext);
    await screen.findAllByLabelText("Yes");
    say("Yes", 0);
    say("Yes", 1);
    await press("Save the review");
    say("Not applicable", 1);
    await act(async () => reply());
    await screen.findByText("Saved");
    expect(screen.getAllByLabelText<HTMLInputElement>("Not applicable")[1]?.checked).toBe(true);
    expect(onNext).not.toHaveBeenCalled();
    await press("Save the review");
    await waitFor(() => expect(onNext).toHaveBeenCalledOnce());
    expect(sent[1]?.variables["input"]).toMatchObject({
      expectedVersion: 2,
      answers: [{ answer: "YES" }, { answer: "NOT_APPLICABLE" }],
    });
  });

  test("and stored after its reader has gone to another case does not take them on from there", async () => {
    const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
    const { promise: isAsked, resolve: ask } = Promise.withResolvers<void>();
    wholeDesk(async (told) => {
      if (told.name !== "ReviewSampleItem") return { sampleItem: stored(1) };
      ask();
      await replied;
      const { answers } = told.variables["input"] as { readonly answers: readonly object[] };
      return { reviewSampleItem: { __typename: "SampleItemReviewed", item: stored(2, answers) } };
    });
    const onNext = vi.fn();
    const { unmount } = await draw(onNext);
    await screen.findAllByLabelText("Yes");
    say("Yes", 0);
    say("Yes", 1);
    await press("Save the review");
    await isAsked;
    unmount();
    reply();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(onNext).not.toHaveBeenCalled();
  });

  test("takes away no answer that somebody else has stored since, and is sent over no version that was not told of", async () => {
    const sent: Told[] = [];
    wholeDesk((told) => {
      sent.push(told);
      const reasons = [{ code: "AUDIT_STALE", message: "" }];
      return { reviewSampleItem: { __typename: "AuditRefused", message: "Answered meanwhile.", reasons } };
    });
    const list = (version: number, others: "YES" | "NO" | null) => {
      const answers =
        others === null ? [] : [{ question: "RIGHTS_TOLD" as const, answer: others, note: `v${version}` }];
      const item = maskFragments([ChecklistFragment], {
        ...{ id: "i1", version, answers, reviewedAt: null, reviewedBy: null },
      });
      return (
        <Desk>
          <Checklist item={item} questions={questions} closed={null} onSaved={nothing} onRefused={nothing} />
        </Desk>
      );
    };
    const { redraw } = await show(list(1, null));
    say("Yes", 0);
    await press("Save the review");
    await screen.findByText("Answered meanwhile.");
    redraw(list(2, "NO"));
    expect(screen.getByDisplayValue("v2")).toBeDefined();
    // Read for another reason, and not yet told of.
    redraw(list(3, "YES"));
    await press("Save the review");
    await waitFor(() => expect(sent).toHaveLength(2));
    await press("Save the review");
    await waitFor(() => expect(sent).toHaveLength(3));
    const mine = { question: "REASON_UNDERSTOOD", answer: "YES", note: null };
    const theirs = { question: "RIGHTS_TOLD", answer: "YES", note: "v3" };
    expect(sent.map(({ variables }) => variables["input"])).toEqual([
      { itemId: "i1", expectedVersion: 1, answers: [mine] },
      { itemId: "i1", expectedVersion: 2, answers: [mine, theirs] },
      { itemId: "i1", expectedVersion: 3, answers: [mine, theirs] },
    ]);
  });

  test("and refused for another reason is not sent over what somebody else has answered since", async () => {
    let version = 1;
    const sent: Told[] = [];
    wholeDesk((told) => {
      if (told.name !== "ReviewSampleItem") return { sampleItem: stored(version) };
      sent.push(told);
      const reasons = [{ code: "OWN_WORK", message: "" }];
      return { reviewSampleItem: { __typename: "AuditRefused", message: "Own work.", reasons } };
    });
    await draw(nothing);
    await screen.findAllByLabelText("Yes");
    say("Yes", 0);
    version = 2;
    await press("Save the review");
    await screen.findByText(/RD-2/);
    await press("Save the review");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.variables["input"]).toMatchObject({ expectedVersion: 1 });
  });
});

const theirs = () => [...screen.queryAllByText(/Theirs/), ...screen.queryAllByDisplayValue(/Theirs/)];

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
          const registry = { changeMerchant: answer, suspendMerchant: answer, changeInstitution: answer };
          return { ...registry, changeDeskSettings: answer, suspendStaff: answer };
        }
        return form.stored(version);
      });
      await show(<Desk>{form.page}</Desk>);
      await form.open();
      await type(form.label, "typed");
      await press(form.send);
      await screen.findByText("Changed meanwhile.");
      await waitFor(() => expect(theirs()).not.toEqual([]));
      expect(screen.getByText("Changed meanwhile.")).toBeDefined();
      expect(screen.getByLabelText<HTMLInputElement>(form.label).value).toBe("typed");
      await press(form.send);
      await waitFor(() => expect(sent).toHaveLength(2));
      expect(sent.map(({ variables }) => variables["input"])).toMatchObject([
        { expectedVersion: 1 },
        { expectedVersion: 2, ...form.kept },
      ]);
    },
  );

  test("is theirs where it was only put back, and nothing is called saved beside a refusal", async () => {
    let version = 1;
    const sent: Told[] = [];
    const names = () => ({ nameEn: "Desk", nameZh: written(version) });
    const settings = () => ({ ...names(), version, phone: "1", timeZone: "Asia/Shanghai", currency: "CNY" });
    wholeDesk((told) => {
      if (told.name !== "ChangeDeskSettings") return { deskSettings: settings() };
      sent.push(told);
      if (sent.length === 1) return { changeDeskSettings: { __typename: "DeskSettingsChanged", settings: settings() } };
      version = 2;
      return { changeDeskSettings: { __typename: "StaleDeskSettings", message: "Changed meanwhile." } };
    });
    await show(
      <Desk>
        <SettingsPage />
      </Desk>,
    );
    await type("Name in English", "typed");
    await press("Save the settings");
    await screen.findByText(/^Saved\./);
    await type("Name in Chinese", "First, or another");
    expect(screen.queryByText(/^Saved\./)).toBeNull();
    await type("Name in Chinese", "First");
    await type(/^Telephone/, "2");
    await press("Save the settings");
    await screen.findByText("Changed meanwhile.");
    await screen.findByDisplayValue("Theirs");
    await press("Save the settings");
    await waitFor(() => expect(sent).toHaveLength(3));
    expect(sent[2]?.variables["input"]).toMatchObject({ expectedVersion: 2, phone: "2", nameZh: "Theirs" });
  });

  test("goes on being typed while the settings are stored, and stays", async () => {
    let version = 1;
    const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
    const names = () => ({ nameEn: version === 1 ? "Desk" : "typed", nameZh: written(version) });
    const settings = () => ({ ...names(), version, phone: "1", timeZone: "Asia/Shanghai", currency: "CNY" });
    wholeDesk(async ({ name }) => {
      if (name !== "ChangeDeskSettings") return { deskSettings: settings() };
      await replied;
      version = 2;
      return { changeDeskSettings: { __typename: "DeskSettingsChanged", settings: settings() } };
    });
    await show(
      <Desk>
        <SettingsPage />
      </Desk>,
    );
    const values = () =>
      ["Name in English", /^Telephone/].map((label) => screen.getByLabelText<HTMLInputElement>(label).value);
    await type("Name in English", "typed");
    await press("Save the settings");
    await type(/^Telephone/, "2");
    await act(async () => reply());
    await waitFor(() => expect(theirs()).not.toEqual([]));
    expect(values()).toEqual(["typed", "2"]);
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Save the settings" }).disabled).toBe(false);
  });
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

describe("what is typed while it is stored is not shut away with the form", () => {
  test.each([
    ["a merchant's", "a merchant's name"],
    ["an institution's", "an institution's name"],
  ])("of %s names", async (_, of) => {
    const form = forms[of] as Form;
    let version = 1;
    const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
    const sent: Told[] = [];
    wholeDesk(async (told) => {
      if (!("input" in told.variables)) return form.stored(version);
      sent.push(told);
      if (sent.length === 1) await replied;
      version += 1;
      const merchantKept = { __typename: "MerchantKept", merchant: form.stored(version)["node"] };
      return { changeMerchant: merchantKept, changeInstitution: { __typename: "InstitutionKept" } };
    });
    await show(<Desk>{form.page}</Desk>);
    await form.open();
    await type(form.label, "typed");
    await press(form.send);
    await type(/^Name in Chinese/, "since");
    await act(async () => reply());
    await waitFor(() => expect(theirs()).not.toEqual([]));
    expect(screen.getByLabelText<HTMLInputElement>(/^Name in Chinese/).value).toBe("since");
    await press(form.send);
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent[1]?.variables["input"]).toMatchObject({ expectedVersion: 2, nameZh: "since" });
    await waitFor(() => expect(screen.queryByLabelText(/^Name in Chinese/)).toBeNull());
  });
});

describe("a wording that is being written", () => {
  const template = (kind: string, body: string) => ({
    ...{ id: kind, kind, audience: "CUSTOMER", locale: "ZH_CN", version: 1, isOwn: true, over: ["EMAIL"] },
    text: { subject: "About", body, sms: null },
  });
  const body = () => screen.getByLabelText<HTMLTextAreaElement>("Body");

  test("is there again after a look at another, and is gone once it is saved", async () => {
    wholeDesk(({ name }) => {
      if (name === "PreviewNoticeTemplate") return null;
      return name === "SaveNoticeTemplate"
        ? { saveNoticeTemplate: { __typename: "NoticeTemplateSaved", template: { id: "REFUND_PAID", version: 2 } } }
        : { noticeTemplates: [template("REQUEST_RECEIVED", "One."), template("REFUND_PAID", "Two.")] };
    });
    const go = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("link", { name })));
    await show(
      <Desk viewer={{ ...agent, permissions: ["NOTICE_EDIT"] }}>
        <WordingsPage />
      </Desk>,
      "en",
      "/notices/wordings?in=ZH_CN",
    );
    await go("Refund paid");
    fireEvent.change(body(), { target: { value: "Half a sentence" } });
    await go("Request received");
    expect(body().value).toBe("One.");
    await go("Refund paid");
    expect(body().value).toBe("Half a sentence");
    await press("Save as a new version");
    await waitFor(() => expect(body().value).toBe("Two."));
  });
});

test("a view's new name that was not taken stays as it was typed", async () => {
  wholeDesk(({ name }) =>
    name === "changeView" ? { changeView: { __typename: "ViewRefused", message: "There is such a view." } } : {},
  );
  const view: SavedView = { id: "v1", name: "Old", address: "", shared: false, own: true, count: 0, owner: null };
  await show(
    <Desk>
      <ViewsDialog
        address={readQueueAddress(new URLSearchParams(), "team")}
        tabs={[{ key: "v1", name: "Old", count: 0, address: "" }]}
        saved={[view]}
        home={null}
        onChange={nothing}
        onClose={nothing}
      />
    </Desk>,
  );
  await press("Rename Old");
  const name = () => screen.getAllByLabelText<HTMLInputElement>("Name").at(-1) as HTMLInputElement;
  fireEvent.change(name(), { target: { value: "Taken already" } });
  await press("Rename");
  expect(await screen.findByText("There is such a view.")).toBeTruthy();
  expect(name().value).toBe("Taken already");
});
