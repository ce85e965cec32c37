import { act, fireEvent, screen } from "@testing-library/react";
import { describe, expect, test } from "vitest";
import { dropAllDrafts, keepOnlyDraftsOf } from "../../web/ui/drafts/draft-store.ts";
import { DraftOwner, textDraft, useDraft } from "../../web/ui/drafts/use-draft.ts";
import { show } from "./support.tsx";

function Note({ place = "case.1.note" }: { readonly place?: string }) {
  const draft = useDraft(place, textDraft);
  return (
    <>
      <textarea aria-label="note" value={draft.value} onChange={({ target }) => draft.change(target.value)} />
      <button type="button" onClick={draft.clear}>
        Send
      </button>
    </>
  );
}

const of = (owner: string, place?: string) => (
  <DraftOwner value={owner}>
    <Note key={`${owner}${place}`} {...(place !== undefined && { place })} />
  </DraftOwner>
);
const note = () => screen.getByLabelText<HTMLTextAreaElement>("note");
const type = (value: string) => fireEvent.change(note(), { target: { value } });

describe("a draft", () => {
  test("is there again after the page was left and opened anew", async () => {
    const { unmount } = await show(of("li"));
    type("Called the shop");
    unmount();
    await show(of("li"));
    expect(note().value).toBe("Called the shop");
  });

  test("belongs to its place and to its writer", async () => {
    const { redraw } = await show(of("li"));
    type("Called the shop");
    redraw(of("li", "case.2.note"));
    expect(note().value).toBe("");
    redraw(of("wang"));
    expect(note().value).toBe("");
    redraw(of("li"));
    expect(note().value).toBe("Called the shop");
  });

  test("is gone when it is sent, and when its writer signs out", async () => {
    await show(of("li"));
    type("Called the shop");
    fireEvent.click(screen.getByRole("button"));
    expect(note().value).toBe("");
    type("Once more");
    act(dropAllDrafts);
    expect(note().value).toBe("");
    expect(localStorage).toHaveLength(0);
  });

  test("is not left to the next person on this computer, nor kept for ever", async () => {
    await show(of("li"));
    type("Called the shop");
    act(() => keepOnlyDraftsOf("li"));
    expect(note().value).toBe("Called the shop");
    localStorage.setItem("redress.draft.li.old", JSON.stringify({ at: 0, value: "long ago" }));
    act(() => keepOnlyDraftsOf("wang"));
    expect(localStorage).toHaveLength(0);
  });

  test("written in another tab shows here", async () => {
    await show(of("li"));
    const key = "redress.draft.li.case.1.note";
    act(() => {
      localStorage.setItem(key, JSON.stringify({ at: Date.now(), value: "from the other tab" }));
      window.dispatchEvent(new StorageEvent("storage", { key }));
    });
    expect(note().value).toBe("from the other tab");
  });

  test("that we cannot read counts as none", async () => {
    localStorage.setItem("redress.draft.li.case.1.note", "{");
    await show(of("li"));
    expect(note().value).toBe("");
  });
});
