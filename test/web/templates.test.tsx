import { act, fireEvent, screen, waitFor } from "@testing-library/react";
import { maskFragments } from "gql.tada";
import { describe, expect, test, vi } from "vitest";
import { TemplateEditor } from "../../web/pages/templates/TemplateEditor.tsx";
import { TemplateEditorFragment } from "../../web/pages/templates/use-template-writing.ts";
import { exampleOf, withField } from "../../web/threads/template-example.ts";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

describe("a template's text", () => {
  test("is shown filled with an example, and a field that no case has is told apart", () => {
    expect(exampleOf("Dear {customer.name}, {colour}.", "en")).toEqual([
      { text: "Dear ", kind: "words" },
      { text: "Emma Clarke", kind: "filled" },
      { text: ", ", kind: "words" },
      { text: "{colour}", kind: "unknown" },
      { text: ".", kind: "words" },
    ]);
  });

  test("takes a field where the caret stands", () => {
    expect(withField("Dear , hello", 5, "customer.name")).toEqual(["Dear {customer.name}, hello", 20]);
  });
});

const template = maskFragments([TemplateEditorFragment], {
  ...{ id: "t1", version: 3, thread: "CUSTOMER", nameZh: "已询问", nameEn: "Asked", active: true },
  ...{ bodyZh: "您好", bodyEn: "Hello" },
});

describe("changing a template", () => {
  test.each(["MessageTemplateSaved", "StaleMessageTemplate"])(
    "what is typed while it is being saved stays: %s",
    async (kind) => {
      const saved = {
        ...{ __typename: "MessageTemplate", id: "t1", version: 4, nameZh: "已询问", nameEn: "Asked", active: true },
        ...{ thread: "CUSTOMER", bodyZh: "您好", bodyEn: "Hello again" },
      };
      let answer = () => {};
      const isAnswered = new Promise<void>((resolve) => {
        answer = resolve;
      });
      answering(async () => {
        await isAnswered;
        return {
          body: {
            data: {
              __typename: "Mutation",
              saveMessageTemplate: { __typename: kind, message: "Stale.", template: saved },
            },
          },
        };
      });
      await show(
        <Desk>
          <TemplateEditor template={template} onSaved={vi.fn()} />
        </Desk>,
      );
      const body = screen.getAllByLabelText<HTMLTextAreaElement>("Text")[1];
      if (body === undefined) throw new Error("There is no English text");
      fireEvent.change(body, { target: { value: "Hello again" } });
      fireEvent.click(screen.getByRole("button", { name: "Save" }));
      fireEvent.change(body, { target: { value: "Hello again, and more" } });
      await act(async () => answer());
      await waitFor(() => expect(screen.getByRole("button", { name: "Save" }).getAttribute("aria-busy")).toBe("false"));
      expect(body.value).toBe("Hello again, and more");
    },
  );

  test("a colleague's newer version is shown, what was typed stays, and saving again undoes nothing else of theirs", async () => {
    const theirs = {
      ...{
        __typename: "MessageTemplate",
        id: "t1",
        version: 4,
        nameZh: "问过商户",
        nameEn: "Asked the shop",
        active: true,
      },
      ...{ thread: "MERCHANT", bodyZh: "同事写的", bodyEn: "A colleague's words" },
    };
    const asked = answering(() => ({
      body: {
        data: {
          __typename: "Mutation",
          saveMessageTemplate: { __typename: "StaleMessageTemplate", message: "Stale.", template: theirs },
        },
      },
    }));
    await show(
      <Desk>
        <TemplateEditor template={template} onSaved={vi.fn()} />
      </Desk>,
    );
    const body = screen.getAllByLabelText<HTMLTextAreaElement>("Text")[1];
    if (body === undefined) throw new Error("There is no English text");
    fireEvent.change(body, { target: { value: "Hello again" } });
    const save = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Save" })));
    await save();
    expect(await screen.findByText("A colleague's words")).toBeTruthy();
    expect(screen.getByText("Asked the shop", { selector: "b" })).toBeTruthy();
    expect(body.value).toBe("Hello again");
    expect(screen.getByDisplayValue("Asked the shop")).toBeTruthy();
    await save();
    expect(asked.map(({ variables }) => variables["input"])).toMatchObject([
      { seenVersion: 3, bodyEn: "Hello again", nameEn: "Asked", thread: "CUSTOMER" },
      {
        ...{ seenVersion: 4, bodyEn: "Hello again", bodyZh: "同事写的" },
        ...{ nameZh: "问过商户", nameEn: "Asked the shop", thread: "MERCHANT" },
      },
    ]);
  });

  test("a field that is put back is theirs again, and so is what stands in it", async () => {
    const first = await show(
      <Desk>
        <TemplateEditor template={template} onSaved={vi.fn()} />
      </Desk>,
    );
    fireEvent.change(screen.getByDisplayValue("Asked"), { target: { value: "Asked them" } });
    fireEvent.change(screen.getByDisplayValue("Asked them"), { target: { value: "Asked" } });
    first.unmount();
    const theirs = maskFragments([TemplateEditorFragment], {
      ...{ id: "t1", version: 4, thread: "CUSTOMER", nameZh: "已询问", nameEn: "Asked the customer", active: true },
      ...{ bodyZh: "您好", bodyEn: "Hello" },
    });
    await show(
      <Desk>
        <TemplateEditor template={theirs} onSaved={vi.fn()} />
      </Desk>,
    );
    expect(screen.getByDisplayValue("Asked the customer")).toBeTruthy();
  });

  test("what is typed while a new one is first saved is kept as its own, and not of the next new one", async () => {
    const { promise: replied, resolve: reply } = Promise.withResolvers<void>();
    let version = 0;
    const asked = answering(async ({ variables: { input } }) => {
      await replied;
      version += 1;
      const { idempotencyKey: _, seenVersion: __, ...stored } = input as Record<string, unknown>;
      const saved = { __typename: "MessageTemplate", ...stored, id: "t9", version };
      return {
        body: {
          data: {
            __typename: "Mutation",
            saveMessageTemplate: { __typename: "MessageTemplateSaved", template: saved },
          },
        },
      };
    });
    const one = (
      <Desk>
        <TemplateEditor template={null} onSaved={vi.fn()} />
      </Desk>
    );
    const first = await show(one);
    const field = (label: string, at: number) => screen.getAllByLabelText<HTMLInputElement>(label)[at] as HTMLElement;
    const write = (label: string, at: number, value: string) =>
      fireEvent.change(field(label, at), { target: { value } });
    for (const label of ["Name", "Text"]) for (const at of [0, 1]) write(label, at, `${label} ${at}`);
    const save = () => act(async () => void fireEvent.click(screen.getByRole("button", { name: "Save" })));
    await save();
    write("Text", 1, "Text 1, and more");
    await act(async () => reply());
    expect(await screen.findByText(/^Saved\./)).toBeTruthy();
    await save();
    await waitFor(() => expect(asked).toHaveLength(2));
    expect(asked.map(({ variables }) => variables["input"])).toMatchObject([
      { id: null, seenVersion: null, bodyEn: "Text 1" },
      { id: "t9", seenVersion: 1, bodyEn: "Text 1, and more", bodyZh: "Text 0" },
    ]);
    first.unmount();
    await show(one);
    expect(screen.getAllByLabelText<HTMLTextAreaElement>("Text").map(({ value }) => value)).toEqual(["", ""]);
  });

  test("says that it is saved until something is changed, and two saves in a row each go on from the one before", async () => {
    let version = 3;
    const asked = answering(({ variables: { input } }) => {
      version += 1;
      const { idempotencyKey: _, seenVersion: __, ...stored } = input as Record<string, unknown>;
      const saved = { __typename: "MessageTemplate", ...stored, version };
      return {
        body: {
          data: {
            __typename: "Mutation",
            saveMessageTemplate: { __typename: "MessageTemplateSaved", template: saved },
          },
        },
      };
    });
    await show(
      <Desk>
        <TemplateEditor template={template} onSaved={vi.fn()} />
      </Desk>,
    );
    const said = () => screen.getByRole("status").textContent?.trim();
    const body = screen.getAllByLabelText<HTMLTextAreaElement>("Text")[1];
    if (body === undefined) throw new Error("There is no English text");
    const write = (value: string) => act(async () => void fireEvent.change(body, { target: { value } }));
    const press = (name: string) => act(async () => void fireEvent.click(screen.getByRole("button", { name })));

    await write("Hello again");
    await press("Save");
    await vi.waitFor(() => expect(said()).toMatch(/^Saved\. Whoever writes/));
    expect(body.value).toBe("Hello again");
    await write("Hello once more");
    expect(said()).toBe("");
    await press("Save");
    await vi.waitFor(() => expect(said()).toMatch(/^Saved/));
    await press("Retire");
    await vi.waitFor(() => expect(said()).toMatch(/offered no more/));
    expect(screen.getByRole("button", { name: "Offer again" })).toBeTruthy();

    const inputs = asked.map(({ variables }) => variables["input"] as Record<string, unknown>);
    expect(inputs).toMatchObject([
      { id: "t1", seenVersion: 3, bodyEn: "Hello again", active: true },
      { id: "t1", seenVersion: 4, bodyEn: "Hello once more", active: true },
      { id: "t1", seenVersion: 5, bodyEn: "Hello once more", active: false },
    ]);
    expect(new Set(inputs.map((input) => input["idempotencyKey"])).size).toBe(3);
  });

  test("what is typed outlives a reload, and is still saved over the version that was seen", async () => {
    const asked = answering(() => ({ status: 502, body: {} }));
    const editor = (of: typeof template) => (
      <Desk>
        <TemplateEditor template={of} onSaved={vi.fn()} />
      </Desk>
    );
    const body = () => screen.getAllByLabelText<HTMLTextAreaElement>("Text")[1] ?? document.createElement("textarea");
    const first = await show(editor(template));
    fireEvent.change(body(), { target: { value: "Hello again" } });
    first.unmount();
    const theirs = maskFragments([TemplateEditorFragment], {
      ...{ id: "t1", version: 4, thread: "CUSTOMER", nameZh: "已询问", nameEn: "Asked", active: true },
      ...{ bodyZh: "同事写的", bodyEn: "A colleague's words" },
    });
    await show(editor(theirs));
    expect(body().value).toBe("Hello again");
    await act(async () => void fireEvent.click(screen.getByRole("button", { name: "Save" })));
    expect(asked[0]?.variables["input"]).toMatchObject({ seenVersion: 3, bodyEn: "Hello again" });
  });
});
