import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { useState } from "react";
import { expect, test, vi } from "vitest";
import { deskStaff, PickStaff } from "../../web/pick/PickStaff.tsx";
import { Field } from "../../web/ui/Field.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const people = ["Chen", "Li", "Zhou"];

const aPerson = (name: string) => ({ __typename: "Staff", id: name.toLowerCase(), name, role: "SUPERVISOR" });

/** A form that asks for an owner; whose name stands behind an id is answered for those alone. */
async function drawn(...answered: string[]) {
  const asked = answering(({ variables }) => {
    const filter = variables["filter"] as { readonly text: string | null } | undefined;
    const staff = answered.map(aPerson).find(({ id }) => id === variables["staff"]);
    if (filter === undefined && staff === undefined) return { status: 502, body: {} };
    if (filter === undefined) return { body: { data: { __typename: "Query", staff } } };
    const nodes = people.filter((name) => name.toLowerCase().includes(filter.text ?? "")).map(aPerson);
    const edges = nodes.map((node) => ({ __typename: "StaffEdge", node }));
    const pageInfo = { __typename: "PageInfo", hasNextPage: false };
    return { body: { data: { __typename: "Query", staff: { __typename: "StaffConnection", edges, pageInfo } } } };
  });
  const onChoose = vi.fn();
  function Owner() {
    const [value, setValue] = useState<string | null>(null);
    return (
      <Field label="Owner">
        {(control) => (
          <PickStaff
            control={control}
            value={value}
            of={deskStaff}
            onChoose={(id) => {
              setValue(id);
              onChoose(id);
            }}
          />
        )}
      </Field>
    );
  }
  await show(
    <Desk>
      <Owner />
    </Desk>,
  );
  const box = screen.getByRole<HTMLInputElement>("combobox", { name: "Owner" });
  const searched = () => asked.flatMap(({ variables }) => (variables["filter"] as { text: string } | undefined) ?? []);
  const named = () => asked.flatMap(({ variables }) => (variables["staff"] as string | undefined) ?? []);
  return { box, onChoose, searched, named };
}

test("offers nobody who was found for other words, so that Enter takes no stranger and nobody moves from under the pointer", async () => {
  const { box, onChoose, searched } = await drawn();
  fireEvent.click(box);
  await screen.findByRole("option", { name: /^Chen/ });
  fireEvent.change(box, { target: { value: "zh" } });
  expect(screen.queryAllByRole("option")).toEqual([]);
  expect(screen.getByRole("status").textContent).toBe("Loading");
  fireEvent.keyDown(box, { key: "Enter" });
  expect(onChoose).not.toHaveBeenCalled();
  await screen.findByRole("option", { name: /^Zhou/ });
  expect(screen.getAllByRole("option")).toHaveLength(1);
  fireEvent.keyDown(box, { key: "Enter" });
  expect(onChoose.mock.calls).toEqual([["zhou"]]);
  expect(searched().map(({ text }) => text)).toEqual([null, "zh"]);
});

test("shows who was chosen at once, and lets the form be sent before the server has said the name again", async () => {
  const { box } = await drawn();
  expect(box.validity.valueMissing).toBe(true);
  fireEvent.click(box);
  const zhou = await screen.findByRole("option", { name: /^Zhou/ });
  await act(async () => void fireEvent.click(zhou));
  expect(box.value).toBe("Zhou · Supervisor");
  expect(box.checkValidity()).toBe(true);
});

test("shows whoever is chosen now, and not the one before whose name was answered; the answer changes no word", async () => {
  const { box, named } = await drawn("Chen");
  const choose = async (name: RegExp) => {
    fireEvent.click(box);
    const option = await screen.findByRole("option", { name });
    fireEvent.click(option);
  };
  await choose(/^Chen/);
  await waitFor(() => expect(named()).toEqual(["chen"]));
  await act(async () => undefined);
  expect(box.value).toBe("Chen · Supervisor");
  await choose(/^Zhou/);
  expect(box.value).toBe("Zhou · Supervisor");
});
