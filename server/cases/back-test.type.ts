import { Field, Int, ObjectType } from "type-graphql";
import { MoneyType } from "../graphql/money.type.ts";
import type { BackTest, Flip } from "../policies/domain/back-test.ts";
import type { TestOutcome } from "../policies/domain/run-tests.ts";
import { PolicyTestOutcomeEnum } from "../policies/policy-words.type.ts";

@ObjectType("PolicyFlip", {
  simpleResolvers: true,
  description: "A case of the past that the draft decides otherwise.",
})
export class PolicyFlipType {
  @Field(() => String)
  caseNumber!: string;

  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => PolicyTestOutcomeEnum)
  before!: TestOutcome;

  @Field(() => PolicyTestOutcomeEnum)
  after!: TestOutcome;

  @Field(() => Int, { nullable: true, description: "The draft's row that decides it; null where none does." })
  rowNumber!: number | null;
}

@ObjectType("PolicyFlipCount", { simpleResolvers: true, description: "How many cases go from one outcome to another." })
export class PolicyFlipCountType {
  @Field(() => PolicyTestOutcomeEnum)
  before!: TestOutcome;

  @Field(() => PolicyTestOutcomeEnum)
  after!: TestOutcome;

  @Field(() => Int)
  count!: number;
}

@ObjectType("PolicyBackTest", { simpleResolvers: true, description: "The past decided again by a draft." })
export class PolicyBackTestType {
  @Field(() => Int, { description: "Cases that were decided in that time, at most 5,000 and the latest of them." })
  decided!: number;

  @Field(() => Int, { description: "Of these, how many the draft decides otherwise." })
  flipped!: number;

  @Field(() => [PolicyFlipCountType], { description: "Which way, the most frequent first." })
  ways!: readonly PolicyFlipCountType[];

  @Field(() => [MoneyType], {
    description: "What more would go to customers, net, a line a currency; less is below nought.",
  })
  moved!: readonly MoneyType[];

  @Field(() => [PolicyFlipType], { description: "The cases themselves, the latest first; at most two hundred." })
  flips!: readonly PolicyFlipType[];
}

export function toBackTest({ decided, flips, movedMinor }: BackTest): PolicyBackTestType {
  return Object.assign(new PolicyBackTestType(), {
    decided,
    flipped: flips.length,
    ways: countWays(flips),
    moved: Object.entries(movedMinor).map(([currency, minor]) => ({ minor: BigInt(minor), currency })),
    flips: flips.slice(0, 200).map(({ amountMinor, currency, ...flip }) => ({
      ...flip,
      amount: { minor: BigInt(amountMinor), currency },
    })),
  });
}

function countWays(flips: readonly Flip[]): readonly PolicyFlipCountType[] {
  const ways = new Map<string, { before: TestOutcome; after: TestOutcome; count: number }>();
  for (const { before, after } of flips) {
    const key = `${before} ${after}`;
    ways.set(key, { before, after, count: (ways.get(key)?.count ?? 0) + 1 });
  }
  return [...ways.values()].sort((left, right) => right.count - left.count);
}
