import { act, fireEvent, screen } from "@testing-library/react";
import { expect, test, vi } from "vitest";
import { AddEndpointSheet } from "../../web/pages/admin/webhooks/AddEndpointSheet.tsx";
import { Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";
import { wholeDesk } from "./whole-desk.ts";

test("an endpoint's sheet stays while its secret is under way, which is shown there alone", async () => {
  let arrives: () => void = () => undefined;
  const arrived = new Promise<void>((go) => {
    arrives = go;
  });
  wholeDesk(async ({ name }) => {
    if (name !== "RegisterWebhookEndpoint") return {};
    await arrived;
    return {
      registerWebhookEndpoint: { __typename: "WebhookEndpointKept", secret: "whsec_once", endpoint: { id: "e1" } },
    };
  });
  const [onClose, onStored] = [vi.fn(), vi.fn()];
  await show(
    <Desk>
      <AddEndpointSheet onRegistered={vi.fn()} onStored={onStored} onClose={onClose} />
    </Desk>,
  );
  fireEvent.change(screen.getByLabelText(/^Address/), { target: { value: "https://shop.example/hook" } });
  const form = document.querySelector("form");
  await act(async () => void (form !== null && fireEvent.submit(form)));
  const leave = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Cancel" })));
  await leave();
  expect(onClose).not.toHaveBeenCalled();
  await act(async () => arrives());
  await act(async () => void fireEvent.click(await screen.findByRole("button", { name: "It is stored safely" })));
  expect(onStored).toHaveBeenCalledOnce();
  expect(onClose).not.toHaveBeenCalled();
});
