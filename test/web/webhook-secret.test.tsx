import { act, createEvent, fireEvent, screen } from "@testing-library/react";
import { afterEach, expect, test, vi } from "vitest";
import { CreateKeySheet } from "../../web/pages/admin/api-keys/CreateKeySheet.tsx";
import { AddEndpointSheet } from "../../web/pages/admin/webhooks/AddEndpointSheet.tsx";
import { EndpointSheet } from "../../web/pages/admin/webhooks/EndpointSheet.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { Broken, wholeDesk } from "./whole-desk.ts";

afterEach(() => void vi.restoreAllMocks());

const endpoint = {
  ...{ __typename: "WebhookEndpoint", id: "e1", url: "https://shop.example/hook", ownerName: "Blue Lantern" },
  ...{ audience: "MERCHANT", state: "ACTIVE", version: 3, oldSecretValidUntil: null, deliveries: [] },
};
const kept = { __typename: "WebhookEndpointKept", secret: "whsec_once", endpoint: { id: "e1" } };

/** A desk that keeps the answer to one press until it is let go. */
function holdingBack(write: string, root: Readonly<Record<string, unknown>>) {
  let arrives: () => void = () => undefined;
  const arrived = new Promise<void>((go) => {
    arrives = go;
  });
  wholeDesk(async ({ name }) => {
    if (name !== write) return { node: endpoint };
    await arrived;
    return root;
  });
  return () => act(async () => arrives());
}

const button = (name: string) => screen.getByRole<HTMLButtonElement>("button", { name });
const press = (name: string) => act(async () => void fireEvent.click(await screen.findByRole("button", { name })));
async function send(): Promise<void> {
  const form = document.querySelector("form");
  await act(async () => void (form !== null && fireEvent.submit(form)));
}

/** Every way out of a sheet: what is open afterwards, and what can be pressed to leave. */
async function tryToLeave() {
  const dialog = screen.getByRole<HTMLDialogElement>("dialog");
  await act(async () => void fireEvent(dialog, createEvent("cancel", dialog, {}, { EventType: "Event" })));
  // As the browser does at a second Escape.
  dialog.close();
  await act(async () => void fireEvent(dialog, new Event("close")));
  return { isOpen: dialog.open, cancel: !button("Cancel").disabled, cross: !button("Close").disabled };
}
const shut = { isOpen: true, cancel: false, cross: false };

test("an endpoint's sheet stays while its secret is under way, which is shown there alone", async () => {
  const arrives = holdingBack("RegisterWebhookEndpoint", { registerWebhookEndpoint: kept });
  const [onClose, onStored, onSent] = [vi.fn(), vi.fn(), vi.fn()];
  await show(
    <Desk>
      <AddEndpointSheet onSent={onSent} onStored={onStored} onClose={onClose} />
    </Desk>,
  );
  fireEvent.change(screen.getByLabelText(/^Address/), { target: { value: "https://shop.example/hook" } });
  await send();
  expect(await tryToLeave()).toEqual(shut);
  await arrives();
  // A secret alone does not say what was done.
  expect(screen.getByRole("heading").textContent).toBe("The endpoint is registered");
  await press("It is stored safely");
  expect(onStored).toHaveBeenCalledOnce();
  expect(onSent).toHaveBeenCalledOnce();
  expect(onClose).not.toHaveBeenCalled();
});

async function rotating(onClose = vi.fn()): Promise<void> {
  await show(
    <Desk>
      <EndpointSheet id="e1" onKept={vi.fn()} onClose={onClose} />
    </Desk>,
  );
  await press("Replace the secret");
  await send();
}

test("a sheet stays while a new secret is made, and can be left once it was not", async () => {
  const refused = { __typename: "WebhookEndpointNotFound", message: "There is no such endpoint." };
  const arrives = holdingBack("RotateWebhookSecret", { rotateWebhookSecret: refused });
  const onClose = vi.fn();
  await rotating(onClose);
  expect(await tryToLeave()).toEqual(shut);
  expect(onClose).not.toHaveBeenCalled();
  await arrives();
  await screen.findByText("There is no such endpoint.");
  await press("Close");
  expect(onClose).toHaveBeenCalledOnce();
});

test.each([
  ["unreached", null],
  ["broken", new Broken()],
])("what to do about a secret that nobody has seen is said where the server was %s", async (_, answer) => {
  wholeDesk(({ name }) => {
    if (!/^(Register|Rotate)/.test(name)) return { node: endpoint };
    return answer && { registerWebhookEndpoint: answer, rotateWebhookSecret: answer };
  });
  const onSent = vi.fn();
  const { unmount } = await show(
    <Desk>
      <AddEndpointSheet onSent={onSent} onStored={vi.fn()} onClose={vi.fn()} />
    </Desk>,
  );
  await send();
  expect((await screen.findByRole("alert")).textContent).toContain(
    "open that endpoint in the list and replace its secret",
  );
  // It may stand there, though no answer said so.
  expect(onSent).toHaveBeenCalledOnce();
  unmount();
  await rotating();
  expect((await screen.findByRole("alert")).textContent).toContain("replace it once more");
});

test("a test that nobody answered is sent again as the same one, and the next is another", async () => {
  let isUp = false;
  const { asked } = wholeDesk(({ name }) => {
    if (name !== "TestWebhookEndpoint") return { node: endpoint };
    const answer = isUp ? { testWebhookEndpoint: kept } : null;
    isUp = true;
    return answer;
  });
  await show(
    <Desk>
      <EndpointSheet id="e1" onKept={vi.fn()} onClose={vi.fn()} />
    </Desk>,
  );
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
  try {
    await press("Send a test event");
    await press("Try again");
    await act(async () => void (await vi.advanceTimersByTimeAsync(2_000)));
    await press("Send a test event");
  } finally {
    vi.useRealTimers();
  }
  const keys = asked
    .filter(({ name }) => name === "TestWebhookEndpoint")
    .map(({ variables }) => (variables["input"] as { idempotencyKey: string }).idempotencyKey);
  expect(keys).toHaveLength(3);
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2]).not.toBe(keys[0]);
});

/** Somebody who came from another page goes back, and closes the tab: where they are then, and whether they were asked. */
async function goBack(router: Awaited<ReturnType<typeof show>>["router"]) {
  await act(() => router.navigate("/here"));
  await act(() => router.navigate(-1));
  const closing = createEvent("beforeunload", window, { cancelable: true }, { EventType: "Event" });
  fireEvent(window, closing);
  return { at: router.state.location.pathname, isAsked: closing.defaultPrevented };
}

test.each([
  [
    "of an endpoint that is registered",
    <AddEndpointSheet key="add" onSent={vi.fn()} onStored={vi.fn()} onClose={vi.fn()} />,
  ],
  ["that is replaced", <EndpointSheet key="own" id="e1" onKept={vi.fn()} onClose={vi.fn()} />],
  ["of a machine's key", <CreateKeySheet key="key" onMade={vi.fn()} onClose={vi.fn()} />],
])("Back and a closed tab do not lose a secret %s while it is under way", async (_what, sheet) => {
  wholeDesk(({ name }) => {
    if (/^(Register|Rotate|Create)/.test(name) && name !== "CreateKeySheet") return new Promise<null>(() => undefined);
    return name === "CreateKeySheet" ? {} : { node: endpoint };
  });
  const { router } = await show(<Desk>{sheet}</Desk>);
  expect(await goBack(router)).toEqual({ at: "/", isAsked: false });
  if (screen.queryByRole("button", { name: "Replace the secret" }) !== null) await press("Replace the secret");
  await send();
  expect(await goBack(router)).toEqual({ at: "/here", isAsked: true });
});
