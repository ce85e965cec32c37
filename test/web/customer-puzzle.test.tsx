import { createHash } from "node:crypto";
import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { sha256 } from "../../web/graphql/sha256.ts";
import { solve } from "../support/solve-puzzle.ts";
import { deskThatAnswers, openPage, press, type } from "./customer-support.tsx";

const puzzle = { token: "a-token", seed: "a-seed", bits: 6, pieces: 3 };
const reasons = [{ code: "PUZZLE_NEEDED", message: "A calculation first." }];
const wanted = { findPayment: { __typename: "RequestRefused", message: "Not yet", reasons, puzzle } };
const unfound = { findPayment: { __typename: "PaymentNotFound", message: "No payment fits these." } };

async function findPayment(): Promise<void> {
  await openPage("/r/new");
  type(/Voucher number/, "419");
  type(/Last four/, "6621");
  type(/Amount paid/, "1,299.00");
  await press("Find my payment");
}

test("a calculation that the desk asks for is done by itself, and the same is asked again", async () => {
  const sent = deskThatAnswers({ CustomerFindPayment: (variables) => (variables.puzzle == null ? wanted : unfound) });
  await findPayment();
  expect(await screen.findByText("No payment fits these.")).toBeTruthy();
  expect(sent.map(({ variables }) => variables.puzzle)).toEqual([null, solve(puzzle)]);
  expect(sent[1]?.variables.slip).toEqual(sent[0]?.variables.slip);
  expect(screen.queryByText(/short calculation/)).toBeNull();
});

test("it is not asked for ever: after three the refusal is shown", async () => {
  const sent = deskThatAnswers({ CustomerFindPayment: () => wanted });
  await findPayment();
  expect(await screen.findByText("A calculation first.")).toBeTruthy();
  expect(sent).toHaveLength(4);
});

test("our SHA-256 is everybody's, whatever the length", () => {
  for (const length of [0, 1, 3, 54, 55, 56, 63, 64, 65, 1000]) {
    const text = "付".repeat(length) + "a".repeat(length);
    expect(sha256(text)).toBe(createHash("sha256").update(text).digest("hex"));
  }
});
