import { cleanup, fireEvent, screen, waitFor } from "@testing-library/react";
import type { ComponentProps } from "react";
import { afterEach, describe, expect, test, vi } from "vitest";
import { AnswerNotice } from "../../web/notices/AnswerNotice.tsx";
import { answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

const notice = {
  __typename: "Notice",
  id: "n-1",
  kind: "MERCHANT_ASKED",
  text: { subject: "Please verify a transaction" },
  facts: { amount: { minor: "8890", currency: "CNY" }, state: "VERIFYING", at: "2026-11-28T14:40:42.000Z" },
} as unknown as ComponentProps<typeof AnswerNotice>["notice"];

const done = {
  data: {
    answerNotice: {
      __typename: "NoticeDone",
      notice: {
        __typename: "Notice",
        id: "n-1",
        answer: "CONFIRMED",
        answeredAt: "2026-11-28T15:00:00.000Z",
        queried: [],
      },
    },
  },
};
const refused = {
  data: { answerNotice: { __typename: "NoticeRefused", message: "This notice has been answered already." } },
};
const press = (name: string) => fireEvent.click(screen.getByRole("button", { name }));

async function draw(body: object) {
  const onAnswered = vi.fn();
  const asked = answering(() => ({ body }));
  await show(
    <Desk>
      <AnswerNotice notice={notice} onAnswered={onAnswered} />
    </Desk>,
  );
  return { asked, onAnswered };
}

afterEach(() => vi.restoreAllMocks());

describe("a notice that asks for an answer", () => {
  test("shows amount, state and time, and is confirmed as a whole", async () => {
    const { asked, onAnswered } = await draw(done);
    expect(screen.getByRole("group", { name: "Please verify a transaction" })).toBeTruthy();
    expect(screen.getByText("88.90", { exact: false })).toBeTruthy();
    expect(screen.getByText("Verifying")).toBeTruthy();
    press("All of it is right");
    await waitFor(() => expect(onAnswered).toHaveBeenCalledOnce());
    expect(asked[0]?.variables).toEqual({
      input: { noticeId: "n-1", answer: "CONFIRMED", message: null, queried: [] },
    });
  });

  test("asks what is wrong as soon as something is marked, and says of what it is", async () => {
    const { asked } = await draw(done);
    const [amount] = screen.getAllByRole("checkbox");
    if (amount === undefined) throw new Error("nothing can be marked");
    fireEvent.click(amount);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "Our slip says 78.90." } });
    press("Send the query");
    await waitFor(() => expect(asked).toHaveLength(1));
    expect(asked[0]?.variables).toEqual({
      input: { noticeId: "n-1", answer: "QUERIED", message: "Our slip says 78.90.", queried: ["AMOUNT"] },
    });
  });

  test("says why an answer was not taken, and lets it be tried again", async () => {
    const { onAnswered } = await draw(refused);
    press("All of it is right");
    await screen.findByText("This notice has been answered already.");
    expect(onAnswered).not.toHaveBeenCalled();
    expect(screen.getByRole("button", { name: "All of it is right" })).toHaveProperty("disabled", false);
  });

  test("keeps what is being asked until it is sent or given up", async () => {
    await draw(done);
    fireEvent.click(screen.getAllByRole("checkbox")[0] ?? document.body);
    fireEvent.change(screen.getByRole("textbox"), { target: { value: "The sale was 88.00" } });
    cleanup();
    await draw(done);
    expect(screen.getByRole<HTMLTextAreaElement>("textbox").value).toBe("The sale was 88.00");
    expect(screen.getAllByRole<HTMLInputElement>("checkbox").map(({ checked }) => checked)).toEqual([
      true,
      false,
      false,
    ]);
    press("Cancel");
    cleanup();
    await draw(done);
    expect(screen.queryByRole("textbox")).toBeNull();
  });
});
