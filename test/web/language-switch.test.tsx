import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { type ReactNode, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Provider } from "urql";
import { afterEach, describe, expect, test, vi } from "vitest";
import { makeClient } from "../../web/graphql/client.ts";
import type { Answers } from "../../web/graphql/last-read.ts";
import { useLanguage } from "../../web/i18n/use-language.ts";
import { FindingsPage } from "../../web/pages/audit/FindingsPage.tsx";
import { NewCasePage } from "../../web/pages/NewCasePage.tsx";
import { LearnPage } from "../../web/pages/training/LearnPage.tsx";
import { ViewerContext } from "../../web/shell/viewer.ts";
import { agent } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());

/** As the console does it: another language is another client. */
function InEither({ children }: { readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const language = useLanguage();
  const [answers] = useState((): Answers => new Map());
  const client = useMemo(() => makeClient({ language, answers, onSignedOut: () => undefined }), [language, answers]);
  return (
    <Provider value={client}>
      {(["zh-CN", "en"] as const).map((other) => (
        <button key={other} type="button" onClick={() => void i18n.changeLanguage(other)}>
          {other === "en" ? "English" : "中文"}
        </button>
      ))}
      <ViewerContext value={{ ...agent, permissions: ["AUDIT_REVIEW", "STAFF_READ", "CASE_OPEN", "TRANSACTION_READ"] }}>
        {children}
      </ViewerContext>
    </Provider>
  );
}

const finding = { id: "f1", version: 1, what: "No reason", state: "OPEN", owner: { id: "s1", name: "Li" } };
const sale = { id: "sale", refundable: { minor: "100", currency: "CNY" } };
const pages = [
  ["a list", <FindingsPage key="findings" />, "/", "Due on", "2026-11-30"],
  ["a form", <NewCasePage key="new" />, "/?transaction=sale", "Customer's name", "Emma Clarke"],
] as const;

describe.each([
  ["answers", true],
  ["does not answer", false],
])("where the server %s", (_how, isReached) => {
  test.each(pages)("what is typed in %s stays where it is in the other language", async (_, page, at, label, words) => {
    let isUp = true;
    const { asked } = wholeDesk(({ name }) => {
      if (!isUp) return null;
      return name === "NewCasePage" ? { transaction: sale } : { auditFindings: { edges: [{ node: finding }] } };
    });
    await show(<InEither>{page}</InEither>, "en", at);
    const field = await screen.findByLabelText<HTMLInputElement>(label);
    fireEvent.change(field, { target: { value: words } });
    const before = asked.length;
    isUp = isReached;
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "中文" })));
    await waitFor(() => expect(asked.length).toBeGreaterThan(before));
    await act(async () => undefined);
    expect(screen.queryByLabelText(label)).toBeNull();
    expect([field.isConnected, field.value]).toEqual([true, words]);
  });
});

test("a quiz that is under way is read in the other language, with what was chosen; one that was handed in is not begun again", async () => {
  const prompts = ["How many?", "有几个？"];
  const { asked } = wholeDesk(({ name }) => {
    if (name === "submitQuiz") return { submitQuiz: { __typename: "QuizGraded", quiz: { id: "q" } } };
    if (name !== "startTraining") return { course: { id: "k", published: {} } };
    const questions = [{ kind: "SINGLE", prompt: prompts.shift(), options: [{ text: "6" }] }];
    return { startTraining: { __typename: "QuizReady", quiz: { id: "q", questions } } };
  });
  await show(
    <InEither>
      <LearnPage />
    </InEither>,
  );
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
  await press("Begin the quiz");
  fireEvent.click(await screen.findByRole("radio", { name: "6" }));
  await press("中文");
  await screen.findByText(/有几个/);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "6" }).checked).toBe(true);
  await press("提交");
  await press("English");
  await screen.findByText(/^Not passed/);
  expect(asked.filter(({ name }) => name === "startTraining")).toHaveLength(2);
});

test("a quiz is not handed in while it is asked for in the other language: the next attempt would be begun behind it", async () => {
  const { promise: held, resolve: reply } = Promise.withResolvers<void>();
  const quiz = { id: "q", questions: [{ kind: "SINGLE", prompt: "6?", options: [{ text: "6" }] }] };
  let starts = 0;
  wholeDesk(async ({ name }) => {
    if (name !== "startTraining") return { course: { id: "k", published: {} } };
    starts += 1;
    if (starts > 1) await held;
    return { startTraining: { __typename: "QuizReady", quiz } };
  });
  await show(
    <InEither>
      <LearnPage />
    </InEither>,
  );
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
  await press("Begin the quiz");
  fireEvent.click(await screen.findByRole("radio", { name: "6" }));
  await press("中文");
  await waitFor(() => expect(starts).toBe(2));
  const isShut = () => screen.getByRole<HTMLButtonElement>("button", { name: "提交" }).disabled;
  expect(isShut()).toBe(true);
  await act(async () => reply());
  await waitFor(() => expect(isShut()).toBe(false));
});
