import { act, fireEvent, screen, within } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { describe, expect, test } from "vitest";
import { KeepCase } from "../../web/policies/KeepCase.tsx";
import { type KeptTest, PolicyTestsFragment } from "../../web/policies/kept-test.ts";
import { PolicyTests } from "../../web/policies/PolicyTests.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { type Told, wholeDesk } from "./whole-desk.ts";

const decision = {
  ...{ __typename: "Decision", id: "e1", outcome: "APPROVE", straightThrough: true },
  facts: ["the amount is CNY 200.00", "the shop confirms"],
};
const policyOf = (name: string, label: string, versionName: string | null) => ({
  __typename: "PolicyEdge",
  node: {
    ...{ __typename: "Policy", id: name, name, label },
    draft: versionName === null ? null : { __typename: "PolicyDraft", id: `d-${name}`, versionName },
  },
});
const everyone = policyOf("default", "Everyone", "v4");
const hotels = policyOf("category-7011", "Hotels", "v2");
const shops = policyOf("category-5732", "Electronics", null);

/** What the desk answers: the case's decision, whose drafts are open, and what came of the keeping. */
function desk({
  said = decision as object | null,
  policies = [everyone, hotels, shops],
  kept = (asked: Told): object => doneWith(asked, { passed: true, got: "APPROVE_AT_ONCE" }),
} = {}) {
  const { asked } = wholeDesk((told) => {
    if (told.name === "KeepCaseAsPolicyTest") return { keepCaseAsPolicyTest: kept(told) };
    const found = said === null ? null : { id: "c1", number: told.variables["number"], decision: said };
    return { case: found, policyBook: { edges: policies } };
  });
  return asked;
}

function doneWith({ variables }: Told, came: Pick<KeptTest, "passed" | "got">): object {
  const { id, name, expected, policy } = variables["input"] as Readonly<Record<string, string>>;
  const given = {
    ...{ __typename: "PolicyFacts", amount: { __typename: "Money", minor: "20000", currency: "CNY" } },
    ...{
      reason: "OTHER",
      merchantAnswer: "CONFIRMED",
      daysSinceSale: 2,
      network: null,
      channel: null,
      alreadyBack: null,
    },
    ...{ amountRefundable: true, withinWindow: true, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
  };
  const row = { rowNumber: 1, caseNumber: "RD-26-000241", facts: [], given };
  const test = { __typename: "PolicyTest", id, name, expected, ...came, ...row };
  const draft = { __typename: "PolicyDraft", id: `d-${policy}`, policy, tests: [test] };
  return { __typename: "PolicyTestsDone", policy: { __typename: "Policy", id: policy, draft } };
}

const press = (name: string | RegExp) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));
const named = (text: string) =>
  fireEvent.change(screen.getByLabelText(/What it is about/), { target: { value: text } });
const sent = (asked: readonly Told[]) => asked.filter(({ name }) => name === "KeepCaseAsPolicyTest");

describe("a case kept as a test, from its own decision", () => {
  const opened = async (language: "en" | "zh-CN" = "en") => {
    await show(
      <Desk>
        <KeepCase caseNumber="RD-26-000241" />
      </Desk>,
      language,
    );
    await press(language === "en" ? "Keep this case as a test of a draft" : "存为草案的测试案例");
  };

  test("says which facts are kept and that nobody's data is, and proposes what the case came to", async () => {
    const asked = desk();
    await opened();
    const form = within(await screen.findByRole("form", { name: "Keep RD-26-000241 as a test" }));
    expect(form.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual(decision.facts);
    expect(form.getByText(/No personal data is: no name, no contact, no card/)).toBeTruthy();
    expect(form.getByLabelText<HTMLSelectElement>(/Must come out as/).value).toBe("APPROVE_AT_ONCE");
    expect(form.getByText("The case itself was decided “Refund at once”.")).toBeTruthy();
    expect(sent(asked)).toEqual([]);
  });

  test("offers the policies whose next version is being written, and no other", async () => {
    desk();
    await opened();
    const drafts = await screen.findByLabelText<HTMLSelectElement>("Draft that it tests");
    expect([...drafts.options].map(({ text }) => text)).toEqual(["Everyone: v4", "Hotels: v2"]);
  });

  test("is sent once it has a name, for the draft that was chosen, and the answer says how that decides it", async () => {
    const asked = desk();
    await opened();
    fireEvent.change(await screen.findByLabelText("Draft that it tests"), { target: { value: "category-7011" } });
    expect(screen.getByRole<HTMLButtonElement>("button", { name: "Keep and run" }).disabled).toBe(true);
    named("A guest who left early");
    await press("Keep and run");
    expect(sent(asked).map(({ variables }) => variables["input"])).toEqual([
      {
        id: expect.stringMatching(/^[0-9a-f-]{36}$/),
        ...{ caseId: "c1", policy: "category-7011", name: "A guest who left early", expected: "APPROVE_AT_ONCE" },
      },
    ]);
    expect(await screen.findByText("RD-26-000241 is kept as a test: Hotels")).toBeTruthy();
    expect(screen.getByText("The draft decides it “Refund at once”, as it must.")).toBeTruthy();
    expect(screen.getByRole("link", { name: /among the draft's tests/ }).getAttribute("href")).toBe(
      "/policies/category-7011?version=draft",
    );
  });

  test("that the draft decides otherwise says so, and that it holds the draft back", async () => {
    const asked = desk({ kept: (one) => doneWith(one, { passed: false, got: "REVIEW" }) });
    await opened("zh-CN");
    fireEvent.change(await screen.findByLabelText(/案例说明/), { target: { value: "提前离店" } });
    fireEvent.change(screen.getByLabelText(/应有的结果/), { target: { value: "DECLINE" } });
    await press("保存并测试");
    expect(sent(asked)[0]?.variables["input"]).toMatchObject({ expected: "DECLINE" });
    expect(await screen.findByText(/^应为“拒绝”，草案给出“转人工”。.*不能批准或发布。$/)).toBeTruthy();
  });

  test("that was refused says why, keeps what was typed, and asks again under the same id", async () => {
    const refused = { __typename: "PolicyNotFound", message: "There is no such policy." };
    const asked = desk({ kept: () => refused });
    await opened();
    await screen.findByRole("form");
    named("A guest who left early");
    await press("Keep and run");
    expect(await screen.findByText("There is no such policy.")).toBeTruthy();
    expect(screen.getByDisplayValue("A guest who left early")).toBeTruthy();
    await press("Keep and run");
    const ids = sent(asked).map(({ variables }) => (variables["input"] as { id: string }).id);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
  });

  test("has nowhere to go while no draft is written, and says what to do", async () => {
    desk({ policies: [shops] });
    await opened();
    expect(await screen.findByText(/No draft is being written now/)).toBeTruthy();
    expect(screen.getByRole("link", { name: "Open the policies" })).toBeTruthy();
    expect(screen.queryByRole("form")).toBeNull();
  });
});

describe("a case taken from the draft's tests", () => {
  const tests = (mayWrite = true) =>
    show(
      <Desk>
        <PolicyTests
          draft={maskFragments([PolicyTestsFragment], { id: "d1", policy: "category-7011", state: "DRAFT", tests: [] })}
          mayWrite={mayWrite}
        />
      </Desk>,
    );
  const lookAt = async (number: string) => {
    await press("Take one from a case");
    fireEvent.change(screen.getByLabelText(/Case number/), { target: { value: number } });
    await press("Look at it");
  };

  test("is found by its number and kept for this policy, with no other to choose", async () => {
    const asked = desk();
    await tests();
    await lookAt(" rd-26-000241 ");
    const form = within(await screen.findByRole("form", { name: "Keep RD-26-000241 as a test" }));
    expect(form.queryByLabelText("Draft that it tests")).toBeNull();
    fireEvent.change(form.getByLabelText(/What it is about/), { target: { value: "Left early" } });
    await press("Keep and run");
    expect(sent(asked)[0]?.variables["input"]).toMatchObject({ policy: "category-7011", caseId: "c1" });
  });

  test("that nobody decided, or that is out of sight, is not offered", async () => {
    desk({ said: null });
    await tests();
    await lookAt("RD-26-999999");
    expect(await screen.findByText(/There is no case RD-26-999999 that you may see/)).toBeTruthy();
    expect(screen.queryByRole("button", { name: "Keep and run" })).toBeNull();
  });

  test("is not offered to whoever only reads", async () => {
    await tests(false);
    expect(screen.queryByRole("button")).toBeNull();
  });
});
