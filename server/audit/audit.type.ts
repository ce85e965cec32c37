import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { CaseEventType } from "../cases/case-event.type.ts";
import { CaseEventKindEnum } from "../cases/case-words.type.ts";
import type { CaseEventKind } from "../cases/domain/words.ts";
import { connectionOf } from "../graphql/connection.ts";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import {
  type AuditRunCause,
  auditRunCauses,
  type ChainFault,
  type ChainName,
  chainFaults,
  chainNames,
} from "./domain/words.ts";

const ChainFaultEnum = wordsEnum(chainFaults);
registerEnumType(ChainFaultEnum, {
  name: "ChainFault",
  description: "What is wrong with the first row that does not verify.",
});
const ChainNameEnum = wordsEnum(chainNames);
registerEnumType(ChainNameEnum, {
  name: "ChainName",
  description: "What is proved by hashes: events of cases and samples, published texts of policies and courses, files.",
});
const AuditRunCauseEnum = wordsEnum(auditRunCauses);
registerEnumType(AuditRunCauseEnum, { name: "AuditRunCause", description: "Who had everything verified." });

@ObjectType("AuditEntry", {
  description: "A line of the log: what happened, to which case, and its link in the chain.",
})
export class AuditEntryType {
  readonly caseId!: string;

  @Field(() => ID, { description: "Of the event." })
  id!: string;

  @Field(() => CaseEventType)
  event!: CaseEventType;

  @Field(() => String, { description: "SHA-256 over the event and the hash of the one before it." })
  hash!: string;
}

export const AuditEntryConnection = connectionOf(AuditEntryType, "AuditEntry");

@ObjectType("ChainLink", { simpleResolvers: true, description: "One event's place in the chain of its case." })
export class ChainLinkType {
  @Field(() => Int)
  sequence!: number;

  @Field(() => CaseEventKindEnum)
  kind!: CaseEventKind;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => String)
  hash!: string;
}

@ObjectType("CaseChain", { description: "A case's chain of hashes, recomputed from its first event at this moment." })
export class CaseChainType {
  readonly caseId!: string;

  @Field(() => String, { description: "The hash that the case itself keeps of its last event." })
  head!: string;

  @Field(() => Int, { description: "How many events the case itself counts." })
  count!: number;

  @Field(() => DateTime)
  verifiedAt!: Date;

  @Field(() => [ChainLinkType])
  links!: readonly ChainLinkType[];

  @Field(() => ChainFaultEnum, { nullable: true, description: "Null: every row is as it was written." })
  fault!: ChainFault | null;

  @Field(() => Int, { nullable: true, description: "The first event that is not as it was written." })
  brokenAt!: number | null;
}

@ObjectType("AuditRunChain", {
  simpleResolvers: true,
  description: "What a verification found in one kind of chain. It stops at the first row that does not verify.",
})
export class AuditRunChainType {
  @Field(() => ChainNameEnum)
  chain!: ChainName;

  @Field(() => Int, { description: "Cases, samples, policies, courses, or cases with files." })
  things!: number;

  @Field(() => Int, { description: "Their events, published texts or files." })
  links!: number;

  @Field(() => ChainFaultEnum, { nullable: true, description: "Null: every row is as it was written." })
  fault!: ChainFault | null;

  @Field(() => ID, {
    nullable: true,
    description: "Whose row does not verify: an id of Case, AuditSample, Policy or Course.",
  })
  brokenId!: string | null;

  @Field(() => String, {
    nullable: true,
    description: "What people know it by: a case's number, a sample's title, the name of a policy or course.",
  })
  brokenName!: string | null;

  @Field(() => Int, { nullable: true, description: "The first of its rows that is not as it was written." })
  brokenSequence!: number | null;
}

@ObjectType("AuditRun", {
  description: "What came of verifying everything that is proved by hashes, and every transaction's money.",
})
export class AuditRunType {
  readonly rowId!: string;

  @Field(() => ID)
  id!: string;

  @Field(() => AuditRunCauseEnum)
  cause!: AuditRunCause;

  @Field(() => DateTime)
  startedAt!: Date;

  @Field(() => DateTime)
  endedAt!: Date;

  @Field(() => String, {
    nullable: true,
    description:
      "SHA-256 over the heads of all chains; kept elsewhere, it shows a chain rewritten as a whole. Null where one is broken.",
  })
  checkpoint!: string | null;

  @Field(() => Int, {
    description: "Transactions whose counters do not agree with their refunds and disputes; at most 20 are counted.",
  })
  moneyFaults!: number;

  @Field(() => String, { nullable: true, description: "The acquirer's reference of the first of them." })
  moneyReference!: string | null;
}
