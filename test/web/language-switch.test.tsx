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

/** A desk with one quiz, which is read in the language it is asked in. */
function quizDesk(isHandedIn: () => boolean) {
  const { asked } = wholeDesk(({ name, language }) => {
    if (name === "LearnPage") return { course: { id: "k", published: {} } };
    const isChinese = language === "zh-CN";
    const questions = [{ kind: "SINGLE", prompt: isChinese ? "有几个？" : "How many?", options: [{ text: "6" }] }];
    const outcomes = [{ place: 1, explanation: isChinese ? "因为有六个。" : "There are six." }];
    const quiz = { id: "q", questions, submitted: isHandedIn(), outcomes: isHandedIn() ? outcomes : [] };
    if (name === "UseQuiz") return { quiz };
    if (name === "startTraining") return { startTraining: { __typename: "QuizReady", quiz } };
    return { submitQuiz: { __typename: "QuizGraded", quiz: { ...quiz, submitted: true, outcomes } } };
  });
  return { asked, names: () => asked.map(({ name }) => name) };
}

test("a quiz is read in the other language with what was chosen, also once it is handed in, and is begun once", async () => {
  let isHandedIn = false;
  const { names } = quizDesk(() => isHandedIn);
  await show(
    <InEither>
      <LearnPage />
    </InEither>,
  );
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
  await press("Begin the quiz");
  fireEvent.click(await screen.findByRole("radio", { name: "6" }));
  expect(names()).not.toContain("UseQuiz");
  await press("中文");
  await screen.findByText(/有几个/);
  expect(screen.getByRole<HTMLInputElement>("radio", { name: "6" }).checked).toBe(true);
  await press("提交");
  isHandedIn = true;
  await screen.findByText(/因为有六个/);
  await press("English");
  await screen.findByText(/There are six/);
  await screen.findByText(/^Not passed/);
  expect(names().filter((name) => name === "startTraining")).toHaveLength(1);
});

test("a quiz that was handed in elsewhere meanwhile shows what came of it, and no other is begun", async () => {
  let isHandedIn = false;
  const { names } = quizDesk(() => isHandedIn);
  await show(
    <InEither>
      <LearnPage />
    </InEither>,
  );
  const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
  await press("Begin the quiz");
  isHandedIn = true;
  await press("中文");
  await screen.findByText(/因为有六个/);
  expect(screen.queryByRole("button", { name: "提交" })).toBeNull();
  expect(names().filter((name) => name === "startTraining")).toHaveLength(1);
});
