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
      <button type="button" onClick={() => void i18n.changeLanguage("zh-CN")}>
        中文
      </button>
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
