import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { SignInForm } from "../../web/shell/SignInForm.tsx";
import { show } from "./support.tsx";

afterEach(() => void vi.restoreAllMocks());
const button = (name: string) => screen.getByRole("button", { name });
const press = (name: string) => act(async () => void fireEvent.click(button(name)));
const type = (label: string, value: string) => fireEvent.change(screen.getByLabelText(label), { target: { value } });

async function signIn(onDone = vi.fn()) {
  await show(<SignInForm title="Sign in" why={null} onDone={onDone} />);
  type("E-mail", "li@example.com");
  type("Password", "a password");
  await press("Sign in");
  return onDone;
}

test("an answer that breaks off is none, and the button can be pressed again", async () => {
  vi.spyOn(globalThis, "fetch").mockImplementation(async () => new Response("<html>", { status: 200 }));
  const onDone = await signIn();
  await screen.findByRole("alert");
  expect(button("Sign in").getAttribute("aria-busy")).toBe("false");
  expect(onDone).not.toHaveBeenCalled();
});

test("whoever begins again after a wrong code is not told that the password was wrong", async () => {
  vi.spyOn(globalThis, "fetch").mockImplementation(async (url) =>
    String(url).includes("two-factor")
      ? Response.json({}, { status: 401 })
      : Response.json({ twoFactorRedirect: true }),
  );
  await signIn();
  type("Code", "123456");
  await press("Verify");
  await screen.findByRole("alert");
  await press("Start again");
  await waitFor(() => expect(screen.queryByRole("alert")).toBeNull());
});
