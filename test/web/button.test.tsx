import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { Button } from "../../web/ui/Button.tsx";
import { show } from "./support.tsx";

const send = () => screen.getByRole("button", { name: "Send" });
const drawn = (busy: boolean) => (
  <>
    <Button busy={busy}>Send</Button>
    <input aria-label="next" />
  </>
);

/** As browsers do with what is shut, and this one does not. */
function loseFocus(): void {
  const other = document.body.appendChild(document.createElement("input"));
  other.focus();
  other.remove();
}

test("whoever pressed has the focus again when the press has led nowhere", async () => {
  const { redraw } = await show(drawn(false));
  send().focus();
  redraw(drawn(true));
  loseFocus();
  redraw(drawn(false));
  expect(document.activeElement).toBe(send());
});

test("who went on meanwhile, or never pressed, is left where they are", async () => {
  const { redraw } = await show(drawn(false));
  send().focus();
  redraw(drawn(true));
  screen.getByLabelText("next").focus();
  redraw(drawn(false));
  expect(document.activeElement).toBe(screen.getByLabelText("next"));
  screen.getByLabelText("next").blur();
  redraw(drawn(true));
  redraw(drawn(false));
  expect(document.activeElement).toBe(document.body);
});
