import { act, configure, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { SecondFactorPart } from "../../web/account/SecondFactorPart.tsx";
import { endSession, fetchAsViewer, nameViewer, resumeSession } from "../../web/graphql/session.ts";
import { SignInPage } from "../../web/pages/SignInPage.tsx";
import { SessionEnd } from "../../web/shell/SessionEnd.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

// A busy machine is no failure.
configure({ asyncUtilTimeout: 10_000 });
afterEach(() => {
  nameViewer(null);
  act(resumeSession);
  vi.restoreAllMocks();
});

const ok = () => new Response("{}", { status: 200 });
const ended = () => new Response("{}", { status: 401 });

/** A server whose session is over until somebody signs in. */
function server() {
  let isOver = true;
  const asked: Headers[] = [];
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url, init = {}) => {
    if (String(url).startsWith("/api/auth/")) {
      isOver = false;
      return ok();
    }
    asked.push(new Headers(init.headers));
    return isOver ? ended() : ok();
  });
  return asked;
}

describe("a session that ends while somebody works", () => {
  test("asks for a sign-in over the page, and then goes on with what was sent", async () => {
    const asked = server();
    nameViewer("li");
    await show(
      <Desk>
        <textarea aria-label="note" defaultValue="half a sentence" />
        <SessionEnd />
      </Desk>,
    );
    const done = vi.fn();
    act(() => void fetchAsViewer("/graphql", { method: "POST" }).then(done));
    await screen.findByRole("dialog", { name: "Your session has ended" });
    expect(done).not.toHaveBeenCalled();
    fireEvent.change(screen.getByLabelText("E-mail"), { target: { value: "li@redress.test" } });
    fireEvent.change(screen.getByLabelText("Password"), { target: { value: "secret" } });
    fireEvent.click(screen.getByRole("button", { name: "Sign in" }));
    await waitFor(() => expect(done).toHaveBeenCalledOnce());
    expect(done.mock.lastCall?.[0].status).toBe(200);
    expect(screen.queryByRole("dialog")).toBeNull();
    expect(screen.getByLabelText<HTMLTextAreaElement>("note").value).toBe("half a sentence");
    expect(asked.map((headers) => headers.get("x-page-of"))).toEqual(["li", "li"]);
  });

  test("stays open to Escape, since nothing can be done without it", async () => {
    nameViewer("li");
    await show(
      <Desk>
        <SessionEnd />
      </Desk>,
    );
    act(() => void endSession());
    const dialog = await screen.findByRole("dialog");
    fireEvent(dialog, new Event("cancel", { cancelable: true }));
    expect(screen.getByRole("dialog")).toBe(dialog);
  });

  test("is taken up again by the company's own page in another window, and this page stays", async () => {
    const opened = { location: { assign: vi.fn() }, close: vi.fn() };
    vi.spyOn(window, "open").mockReturnValue(opened as unknown as Window);
    vi.spyOn(globalThis, "fetch").mockImplementation(async (url) =>
      String(url).endsWith("/ways")
        ? Response.json({ company: "Shanghai Bank" })
        : Response.json({ url: "https://login.example.com/authorize" }),
    );
    nameViewer("li");
    await show(
      <Desk>
        <SessionEnd />
      </Desk>,
    );
    act(() => void endSession());
    fireEvent.click(await screen.findByRole("button", { name: /Shanghai Bank/ }));
    await waitFor(() => expect(opened.location.assign).toHaveBeenCalledWith("https://login.example.com/authorize"));
    expect(await screen.findByText(/goes on by itself afterwards/)).toBeTruthy();
    // The window comes back to the desk, and shuts itself.
    const shut = vi.spyOn(window, "close").mockReturnValue();
    const other = await show(<SignInPage />, "en", "/sign-in?done");
    await waitFor(() => expect(screen.queryByRole("dialog")).toBeNull());
    expect(shut).toHaveBeenCalledOnce();
    other.unmount();
  });

  test("says that the browser let no window open", async () => {
    vi.spyOn(window, "open").mockReturnValue(null);
    vi.spyOn(globalThis, "fetch").mockImplementation(async () => Response.json({ company: "Shanghai Bank" }));
    nameViewer("li");
    await show(
      <Desk>
        <SessionEnd />
      </Desk>,
    );
    act(() => void endSession());
    fireEvent.click(await screen.findByRole("button", { name: /Shanghai Bank/ }));
    expect(await screen.findByText(/did not open a window/)).toBeTruthy();
  });

  test("is no end where nobody has signed in yet", async () => {
    server();
    expect(endSession()).toBe(false);
    expect((await fetchAsViewer("/graphql")).status).toBe(401);
  });
});

test.each([
  [false, "Set up the second factor"],
  [true, "New back-up codes"],
  [true, "Turn it off"],
])("whoever gives up what asks for the password is back at its button (on: %s, %s)", async (isOn, name) => {
  await show(<SecondFactorPart isOn={isOn} onChanged={() => undefined} />);
  fireEvent.click(screen.getByRole("button", { name }));
  fireEvent.click(screen.getByRole("button", { name: "Cancel" }));
  expect(document.activeElement).toBe(screen.getByRole("button", { name }));
});
