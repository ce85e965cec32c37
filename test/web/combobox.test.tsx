import { fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { type Choice, Combobox } from "../../web/ui/Combobox.tsx";
import { Field } from "../../web/ui/Field.tsx";
import { show } from "./support.tsx";

const people: readonly Choice[] = ["Chen", "Li", "Zhou"].map((name) => ({ id: name.toLowerCase(), name }));

/** As a picker does it: what is typed narrows, and what is chosen is kept. */
function Desk({ any, onChoose }: { readonly any?: string; readonly onChoose: (id: string | null) => void }) {
  const [value, setValue] = useState<string | null>("li");
  const [typed, setTyped] = useState<string | null>(null);
  const choices = people.filter(({ name }) => name.toLowerCase().includes((typed ?? "").toLowerCase()));
  return (
    <Field label="Owner">
      {(control) => (
        <Combobox
          control={control}
          chosen={people.find(({ id }) => id === value) ?? null}
          any={any}
          choices={choices}
          typed={typed}
          onType={setTyped}
          isAsking={false}
          isCut={false}
          onChoose={(id) => {
            setValue(id);
            onChoose(id);
          }}
        />
      )}
    </Field>
  );
}

async function open(any?: string) {
  const onChoose = vi.fn();
  const onEscape = vi.fn();
  await show(
    // biome-ignore lint/a11y/noStaticElementInteractions: it stands for the sheet around it.
    <div onKeyDown={({ key }) => key === "Escape" && onEscape()}>
      <Desk onChoose={onChoose} {...(any !== undefined && { any })} />
    </div>,
  );
  const box = screen.getByRole("combobox", { name: "Owner" });
  const shown = () => screen.queryAllByRole("option").map(({ textContent }) => textContent);
  const active = () => document.getElementById(box.getAttribute("aria-activedescendant") ?? "")?.textContent;
  const press = (key: string) => fireEvent.keyDown(box, { key });
  return { box, onChoose, onEscape, shown, active, press };
}

test("shows what is chosen, and is opened, walked and left by the keyboard", async () => {
  const { box, shown, active, press, onChoose, onEscape } = await open();
  expect([box.getAttribute("value"), box.getAttribute("aria-expanded")]).toEqual(["Li", "false"]);
  press("ArrowDown");
  expect([shown(), active(), box.getAttribute("aria-expanded")]).toEqual([["Chen", "Li", "Zhou"], "Chen", "true"]);
  press("ArrowUp");
  expect(active()).toBe("Zhou");
  press("Escape");
  expect([shown(), box.getAttribute("value")]).toEqual([[], "Li"]);
  expect([onChoose.mock.calls, onEscape.mock.calls]).toEqual([[], []]);
  press("Escape");
  expect(onEscape).toHaveBeenCalledOnce();
});

test("narrows while it is typed, and Enter takes the first that fits", async () => {
  const { box, shown, press, onChoose } = await open();
  fireEvent.change(box, { target: { value: "zh" } });
  expect(shown()).toEqual(["Zhou"]);
  press("Enter");
  expect([onChoose.mock.calls, box.getAttribute("value")]).toEqual([[["zhou"]], "Zhou"]);
});

test("says when nothing fits, and then Enter chooses nothing", async () => {
  const { box, shown, press, onChoose } = await open();
  fireEvent.change(box, { target: { value: "nobody" } });
  expect(shown()).toEqual([]);
  expect(screen.getByRole("status").textContent).toMatch(/^Nothing by that name/);
  press("Enter");
  fireEvent.blur(box);
  expect([onChoose.mock.calls, box.getAttribute("value")]).toEqual([[], "Li"]);
});

test("what may be left open can be taken back, and what has to be chosen cannot", async () => {
  const { box, shown, press, onChoose } = await open("Everybody");
  press("ArrowDown");
  expect(shown()).toEqual(["Everybody", "Chen", "Li", "Zhou"]);
  press("Enter");
  expect([onChoose.mock.calls, box.getAttribute("placeholder")]).toEqual([[[null]], "Everybody"]);
  expect(box.hasAttribute("required")).toBe(false);
});
