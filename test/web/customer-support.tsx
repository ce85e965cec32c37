import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, vi } from "vitest";
import known from "../../schema/operations.json" with { type: "json" };
import { CustomerApp } from "../../web/customer/CustomerApp.tsx";
import type { DeskProfile } from "../../web/customer/desk/use-desk.ts";
import type { Language } from "../../web/i18n/language.ts";

export interface Sent {
  readonly operation: string;
  readonly variables: {
    readonly input?: Record<string, unknown>;
    readonly slip?: Record<string, unknown>;
    readonly puzzle?: unknown;
  };
  readonly headers: Readonly<Record<string, string>>;
}

export const usualDesk: DeskProfile = {
  ...{ name: "Refund desk", phone: null, email: null },
  ...{ currency: "CNY", timeZone: "Asia/Shanghai" },
};

type Answers = Record<string, (variables: Sent["variables"]) => unknown>;

/** A desk that answers by the operation's name, at once or later; what it knows no answer for cannot be reached. */
export function deskThatAnswers(answers: Answers, desk: DeskProfile = usualDesk): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal("fetch", async (_url: string, init: { body: string; headers: Record<string, string> }) => {
    const { variables, extensions } = JSON.parse(init.body);
    const text = new Map(Object.entries(known)).get(extensions.persistedQuery.sha256Hash) ?? "";
    const operation = /(?:query|mutation) (\w+)/.exec(text)?.[1] ?? "unknown to the server";
    // Asked by every page for its foot, and no part of what a customer sends.
    if (operation === "CustomerDesk") return new Response(JSON.stringify({ data: { deskProfile: desk } }));
    sent.push({ operation, variables, headers: init.headers });
    const answer = answers[operation];
    if (answer === undefined) throw new TypeError("Failed to fetch");
    return new Response(JSON.stringify({ data: await answer(variables) }));
  });
  return sent;
}

/** Opens a page as a browser would; opened again, it is a reload. */
export async function openPage(address: string, language: Language = "en"): Promise<void> {
  cleanup();
  localStorage.setItem("redress.language", language);
  render(<CustomerApp address={address} />);
  await settle();
}

export const settle = () => act(async () => void (await new Promise((resolve) => setTimeout(resolve, 0))));

export async function press(name: string | RegExp): Promise<void> {
  fireEvent.click(screen.getByRole("button", { name }));
  await settle();
}

export function type(label: RegExp, value: string): void {
  fireEvent.change(screen.getByLabelText(label), { target: { value } });
}

// What every page of the web needs is stubbed for good and stays: only what stood here before is put back.
const usual = { fetch: globalThis.fetch, scrollTo: globalThis.scrollTo };
beforeEach(() => vi.stubGlobal("scrollTo", () => undefined));
afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  location.hash = "";
  for (const [name, value] of Object.entries(usual)) vi.stubGlobal(name, value);
});
