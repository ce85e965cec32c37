import { Field, ID, Int, ObjectType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { MoneyType } from "../graphql/money.type.ts";
import { Node } from "../graphql/node.type.ts";
import { DateTime } from "../graphql/scalars.ts";
import { toGlobalId } from "../kernel/ids.ts";
import type { Locale } from "../request-context.ts";
import { StaffType } from "../staff/staff.type.ts";
import type { PolicyFinding } from "./domain/check-policy.ts";
import type { PolicyScope } from "./domain/choose-policy.ts";
import type { ContentFault, ContentFaultCode } from "./domain/content-faults.ts";
import { describeCondition, describeFacts } from "./domain/describe.ts";
import type { PolicyChange, PolicyPart } from "./domain/diff-policies.ts";
import type { ChangeKind, DraftAction, DraftRefusal, DraftState } from "./domain/draft-life.ts";
import { draftRefusalText } from "./domain/draft-refusal-text.ts";
import type { PolicyFacts } from "./domain/policy-content.ts";
import { runTests, type TestOutcome } from "./domain/run-tests.ts";
import { PolicyCellsType } from "./policy-content.type.ts";
import {
  PolicyChangeKindEnum,
  PolicyDifferenceEnum,
  PolicyDraftActionEnum,
  PolicyDraftStateEnum,
  PolicyFaultEnum,
  PolicyFindingKindEnum,
  PolicyPartEnum,
  PolicyScopeEnum,
  PolicyTestOutcomeEnum,
} from "./policy-words.type.ts";
import type { DraftRow } from "./queries/find-drafts.ts";
import type { PolicyRow } from "./queries/find-policies.ts";
import type { PolicyTestRow } from "./queries/policy-tests.ts";
import { toTableRow } from "./to-policy-content.ts";

@ObjectType("Policy", { description: "The policy of one scope, with all its versions." })
export class PolicyType {
  @Field(() => ID, { description: "Its name." })
  id!: string;

  @Field(() => String, { description: "e.g. `default`, `category-7011`." })
  name!: string;

  @Field(() => PolicyScopeEnum)
  scope!: PolicyScope;

  @Field(() => String, { description: "Whom it holds for, in the reader's language." })
  label!: string;
}

export const PolicyConnection = connectionOf(PolicyType, "Policy");

export function toPolicy(row: PolicyRow, locale: Locale): PolicyType {
  const { name, scope, label } = row;
  return Object.assign(new PolicyType(), { id: name, name, scope, label: localised(label, locale) });
}

@ObjectType("PolicyDraft", {
  implements: Node,
  description: "The text of a coming version while people work on it and agree to it.",
})
export class PolicyDraftType extends Node {
  row!: DraftRow;

  @Field(() => ID)
  declare id: string;

  @Field(() => String, { description: "The name of its policy." })
  policy!: string;

  @Field(() => Int, { description: "Raised by every write. Another revision answers StalePolicyDraft." })
  revision!: number;

  @Field(() => PolicyDraftStateEnum)
  state!: DraftState;

  @Field(() => PolicyChangeKindEnum)
  kind!: ChangeKind;

  @Field(() => String, { description: "What changes and why." })
  note!: string;

  @Field(() => DateTime)
  updatedAt!: Date;
}

export function toPolicyDraft(row: DraftRow): PolicyDraftType {
  const { policy, revision, state, kind, note, updatedAt } = row;
  const id = toGlobalId("PolicyDraft", row.id);
  return Object.assign(new PolicyDraftType(), { row, id, policy, revision, state, kind, note, updatedAt });
}

@ObjectType("PolicyRefusal", { description: "One reason why something on a policy is shut, in the reader's language." })
export class PolicyRefusalType {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  message!: string;
}

export function toPolicyRefusal(refusal: DraftRefusal, locale: Locale): PolicyRefusalType {
  return Object.assign(new PolicyRefusalType(), { code: refusal.code, message: draftRefusalText(refusal, locale) });
}

@ObjectType("PolicyDraftOffer", {
  description: "What the viewer may do with a draft, by the rules that the mutations obey.",
})
export class PolicyDraftOfferType {
  @Field(() => PolicyDraftActionEnum)
  action!: DraftAction;

  @Field(() => Boolean)
  allowed!: boolean;

  @Field(() => [PolicyRefusalType])
  reasons!: readonly PolicyRefusalType[];
}

@ObjectType("PolicyDraftEvent", { simpleResolvers: true, description: "What happened to a draft." })
export class PolicyDraftEventType {
  @Field(() => String, {
    description:
      "START, SUBMIT, SEND_BACK, APPROVE, LAPSE, PUBLISH or DISCARD; of what it was published as, WITHDRAW or END.",
  })
  action!: string;

  @Field(() => StaffType, { nullable: true, description: "Null where nobody decided in time." })
  actor!: StaffType | null;

  @Field(() => String, { nullable: true })
  note!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType("ExampleCase", { description: "A case to show something on." })
export class ExampleCaseType {
  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => [String], { description: "Its facts, one clause each, in the reader's language." })
  facts!: readonly string[];
}

export function toExample(facts: PolicyFacts, locale: Locale): ExampleCaseType {
  const amount = { minor: BigInt(facts.amountMinor), currency: facts.currency };
  return Object.assign(new ExampleCaseType(), { amount, facts: describeFacts(facts, locale) });
}

@ObjectType("PolicyFinding", { description: "What the table leaves open, or says twice, with a case to show it on." })
export class PolicyFindingType {
  @Field(() => PolicyFindingKindEnum)
  kind!: PolicyFinding["kind"];

  @Field(() => Int, {
    nullable: true,
    description: "The row that it is about, from one; null for a gap and for the table as a whole.",
  })
  row!: number | null;

  @Field(() => [Int], { description: "The rows above that stand before it." })
  behind!: readonly number[];

  @Field(() => [String], { description: "Of a gap: which cases fall into it, a clause each." })
  conditions!: readonly string[];

  @Field(() => PolicyCellsType, { nullable: true, description: "Of a gap: the cells of a row that would close it." })
  suggested!: PolicyCellsType | null;

  @Field(() => ExampleCaseType, {
    nullable: true,
    description: "Null where no case fits the row at all, and of the table as a whole.",
  })
  example!: ExampleCaseType | null;
}

export function toFinding(finding: PolicyFinding, locale: Locale): PolicyFindingType {
  const { kind } = finding;
  const example = "example" in finding ? finding.example : null;
  const isGap = finding.kind === "GAP";
  return Object.assign(new PolicyFindingType(), {
    kind,
    row: "row" in finding ? finding.row : null,
    behind: "behind" in finding ? finding.behind : [],
    conditions: isGap ? finding.when.map((condition) => describeCondition(condition, locale)) : [],
    suggested: isGap ? toTableRow({ ...noRow, when: finding.when }).when : null,
    example: example === null ? null : toExample(example, locale),
  });
}

const noRow = { when: [], outcome: "REVIEW", straightThrough: false, because: { zh: "", en: "" } } as const;

@ObjectType("PolicyContentFault", { simpleResolvers: true, description: "A place that is not finished." })
export class PolicyContentFaultType implements ContentFault {
  @Field(() => PolicyFaultEnum)
  code!: ContentFaultCode;

  @Field(() => Int, { nullable: true, description: "The row, from one; null for the rest of the text." })
  row!: number | null;
}

@ObjectType("PolicyChange", { description: "One difference between two versions, in the reader's language." })
export class PolicyChangeType {
  @Field(() => PolicyPartEnum)
  part!: PolicyPart;

  @Field(() => PolicyDifferenceEnum)
  kind!: PolicyChange["kind"];

  @Field(() => Int, { nullable: true })
  rowBefore!: number | null;

  @Field(() => Int, { nullable: true })
  rowAfter!: number | null;

  @Field(() => String, { description: "What changed: a sentence for a row, the name of anything else." })
  words!: string;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;

  @Field(() => Boolean, { description: "False where only the wording differs." })
  binds!: boolean;
}

export function toPolicyChange(change: PolicyChange, locale: Locale): PolicyChangeType {
  const { words, before, after, ...rest } = change;
  const say = (text: PolicyChange["before"]) => (text === null ? null : localised(text, locale));
  return Object.assign(new PolicyChangeType(), {
    ...rest,
    words: localised(words, locale),
    before: say(before),
    after: say(after),
  });
}

@ObjectType("PolicyFacts", { simpleResolvers: true, description: "A case as a policy sees it, as `PolicyFactsInput`." })
export class PolicyFactsType {
  @Field(() => MoneyType)
  amount!: MoneyType;

  @Field(() => String)
  reason!: string;

  @Field(() => String)
  merchantAnswer!: string;

  @Field(() => Int, { nullable: true, description: "Null: no sale is known." })
  daysSinceSale!: number | null;

  @Field(() => Boolean)
  amountRefundable!: boolean;

  @Field(() => Boolean)
  withinWindow!: boolean;

  @Field(() => Boolean)
  proofPresent!: boolean;

  @Field(() => Boolean)
  identityConfirmed!: boolean;

  @Field(() => Boolean)
  goodsAccepted!: boolean;

  @Field(() => String, { nullable: true })
  network!: string | null;

  @Field(() => String, { nullable: true })
  channel!: string | null;

  @Field(() => MoneyType, {
    nullable: true,
    description: "What has gone back over the same payment, or is on its way: limits count it too. Null: nothing.",
  })
  alreadyBack!: MoneyType | null;
}

@ObjectType("PolicyTest", { description: "A case that the policy must decide so, and how the draft decides it." })
export class PolicyTestType {
  @Field(() => ID, { description: "The UUID under which it was kept." })
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => PolicyTestOutcomeEnum)
  expected!: TestOutcome;

  @Field(() => PolicyTestOutcomeEnum, { description: "What the text says." })
  got!: TestOutcome;

  @Field(() => Boolean)
  passed!: boolean;

  @Field(() => Int, { nullable: true, description: "The row that decides it; null where none does." })
  rowNumber!: number | null;

  @Field(() => String, { nullable: true, description: "The case that it was made from." })
  caseNumber!: string | null;

  @Field(() => [String], { description: "Its facts, one clause each." })
  facts!: readonly string[];

  @Field(() => PolicyFactsType, { description: "Its facts as they are sent, to say the test anew." })
  given!: PolicyFactsType;
}

function toFacts({
  amountMinor,
  currency,
  network,
  channel,
  alreadyBackMinor,
  ...facts
}: PolicyFacts): PolicyFactsType {
  return {
    ...facts,
    amount: { minor: BigInt(amountMinor), currency },
    alreadyBack: alreadyBackMinor === undefined ? null : { minor: BigInt(alreadyBackMinor), currency },
    network: network ?? null,
    channel: channel ?? null,
  };
}

export function toPolicyTests(
  content: DraftRow["content"],
  tests: readonly PolicyTestRow[],
  locale: Locale,
): PolicyTestType[] {
  const runs = new Map(runTests(content, tests).map((run) => [run.id, run]));
  return tests.map(({ id, name, expected, caseNumber, facts }) =>
    Object.assign(new PolicyTestType(), {
      ...{ id, name, expected, caseNumber, facts: describeFacts(facts, locale), given: toFacts(facts) },
      got: runs.get(id)?.got ?? expected,
      passed: runs.get(id)?.passed ?? false,
      rowNumber: runs.get(id)?.trace.rowNumber ?? null,
    }),
  );
}

@ObjectType("PolicyReader", {
  simpleResolvers: true,
  description: "Somebody who works by a version, and whether they have said that they read it.",
})
export class PolicyReaderType {
  @Field(() => StaffType)
  staff!: StaffType;

  @Field(() => DateTime, { nullable: true, description: "Null: not yet." })
  readAt!: Date | null;
}
