import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { NewPolicy } from "../../web/pages/policies/NewPolicy.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

// jsdom draws no dialogs of its own.
beforeAll(() => {
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
});

const policy = (name: string, label: string) => ({ __typename: "Policy", id: name, name, label });
const everyone = policy("default", "all merchants");
const previews: Readonly<Record<string, object | null>> = {
  WEB: { label: "web", taken: null, narrower: [policy("category-7011", "hotels")], wider: [everyone] },
  PHONE: { label: "phone", taken: policy("channel-PHONE", "phone"), narrower: [], wider: [everyone] },
  COUNTER: null,
  "1799": { label: null, taken: null, narrower: [], wider: [everyone] },
};

const opened = async () => {
  const onBegun = vi.fn();
  const asked = answering(({ name, variables }) => {
    if (name === "CategoryChoices")
      return {
        body: { data: { merchantCategories: [{ __typename: "MerchantCategory", code: "7011", name: "Hotels" }] } },
      };
    if (name === "PolicyScopePreview") {
      const found = previews[String(variables["value"])] ?? null;
      const preview = found === null ? null : { __typename: "PolicyScopePreview", ...found };
      return { body: { data: { policyScopePreview: preview } } };
    }
    const done = { __typename: "PolicyDraftDone", policy: { __typename: "Policy", id: "x", name: "channel-WEB" } };
    return { body: { data: { __typename: "Mutation", createPolicy: done } } };
  });
  await show(
    <Desk>
      <NewPolicy onClose={vi.fn()} onBegun={onBegun} />
    </Desk>,
  );
  return { asked, onBegun };
};
const channel = async (value: string) => {
  await act(async () => void fireEvent.click(screen.getByLabelText("Channel", { selector: "input" })));
  await act(
    async () => void fireEvent.change(screen.getByLabelText("Channel", { selector: "select" }), { target: { value } }),
  );
};
const begin = () => screen.getByRole<HTMLButtonElement>("button", { name: "Begin the draft" });

describe("a policy for a new scope", () => {
  test("shows its place among those that hold for the same case, and is begun from there", async () => {
    const { asked, onBegun } = await opened();
    expect(begin().disabled).toBe(true);
    await channel("WEB");
    await screen.findByText("the new policy");
    expect(screen.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
      "hotels",
      "web the new policy",
      "all merchants",
    ]);
    expect(screen.getByText("It stands back where the narrower policy above it holds.")).toBeTruthy();
    await act(async () => void fireEvent.click(begin()));
    expect(asked.at(-1)).toMatchObject({
      name: "CreatePolicy",
      variables: { input: { scope: "CHANNEL", value: "WEB", label: null } },
    });
    expect(onBegun).toHaveBeenCalledOnce();
  });

  test("that has one already leads to it, and begins nothing", async () => {
    await opened();
    await channel("PHONE");
    expect((await screen.findByRole("link", { name: "Open it" })).getAttribute("href")).toBe("/policies/channel-PHONE");
    expect(begin().disabled).toBe(true);
  });

  test("that is none is said to be none", async () => {
    await opened();
    await channel("COUNTER");
    expect(await screen.findByText("There is no such scope. Choose one from the list.")).toBeTruthy();
    expect(begin().disabled).toBe(true);
  });

  test("whose category has no name here is named in both languages first", async () => {
    const { asked } = await opened();
    const category = screen.getByRole("combobox");
    await act(async () => void fireEvent.change(category, { target: { value: "1799" } }));
    await act(async () => void fireEvent.keyDown(category, { key: "Enter" }));
    fireEvent.change(await screen.findByLabelText("Name in Chinese"), { target: { value: "装修" } });
    expect(begin().disabled).toBe(true);
    fireEvent.change(screen.getByLabelText("Name in English"), { target: { value: "contractors" } });
    await waitFor(() => expect(begin().disabled).toBe(false));
    await act(async () => void fireEvent.click(begin()));
    expect(asked.at(-1)?.variables["input"]).toEqual({
      ...{ scope: "CATEGORY", value: "1799" },
      label: { zh: "装修", en: "contractors" },
    });
  });
});
