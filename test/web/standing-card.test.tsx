import { screen } from "@testing-library/react";
import { maskFragments, type ResultOf } from "gql.tada";
import { describe, expect, test } from "vitest";
import { StandingCard, StandingCardFragment } from "../../web/training/StandingCard.tsx";
import { show } from "./support.tsx";

const course: ResultOf<typeof StandingCardFragment>["course"] = {
  ...{ id: "c-1", code: "policy-in-force", title: "The policy in force", summary: "Read it.", opens: [] },
  published: { id: "v-1", minutes: 10 },
};
const drawn = (dueOn: string | null) =>
  show(
    <StandingCard
      standing={maskFragments([StandingCardFragment], { standing: "VALID", validUntil: null, dueOn, course })}
      isOwn
    />,
  );

describe("a course whose record holds", () => {
  test("is due by its day all the same where it was assigned anew, and can be taken", async () => {
    await drawn("2999-12-14");
    expect(screen.getByText("Valid for good")).toBeTruthy();
    expect(screen.getByText(/^Due by .+2999/)).toBeTruthy();
    expect(screen.getByRole("link").getAttribute("href")).toBe("/learn/policy-in-force");
  });

  test("was due by a day that is past", async () => {
    await drawn("2020-08-16");
    expect(screen.getByText(/^Was due by .+2020/)).toBeTruthy();
  });

  test("asks for nothing where it was not", async () => {
    await drawn(null);
    expect(screen.queryByText(/due by/i)).toBeNull();
    expect(screen.queryByRole("link")).toBeNull();
  });
});
