import { Field, Int, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import type { Locale } from "../request-context.ts";
import type { CardNetwork } from "../transactions/domain/words.ts";
import { CardNetworkEnum } from "../transactions/transaction-words.type.ts";
import { DisputeReasonEnum, DisputeWorkflowEnum } from "./dispute-words.type.ts";
import type { RulePack, Window } from "./domain/rule-pack.ts";
import type { DisputeReason, DisputeWorkflow } from "./domain/words.ts";

@ObjectType("RuleWindow", { description: "A number of days of a network's rules." })
export class RuleWindowType {
  @Field(() => Int)
  days!: number;

  @Field(() => Boolean, { description: "False while nobody here has read the text that it is said to stand in." })
  confirmed!: boolean;
}

@ObjectType("DisputeReasonCode")
export class DisputeReasonCodeType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  meaning!: string;

  @Field(() => DisputeReasonEnum)
  reason!: DisputeReason;

  @Field(() => DisputeWorkflowEnum)
  workflow!: DisputeWorkflow;

  @Field(() => RuleWindowType, { description: "How long the cardholder's bank has to raise it." })
  filing!: Window;

  @Field(() => Boolean, { description: "Whether the meaning was read in the network's own text." })
  confirmed!: boolean;
}

@ObjectType("DisputeRulePack", { description: "How one network runs its disputes." })
export class DisputeRulePackType {
  @Field(() => CardNetworkEnum)
  network!: CardNetwork;

  @Field(() => Int)
  version!: number;

  @Field(() => RuleWindowType, {
    description: "The desk's time to answer at the network. A date that the bank gives wins.",
  })
  answer!: Window;

  @Field(() => RuleWindowType)
  preArbitrationAnswer!: Window;

  @Field(() => RuleWindowType)
  arbitrationFiling!: Window;

  @Field(() => String, { description: "Where it was read." })
  source!: string;

  @Field(() => [DisputeReasonCodeType])
  codes!: readonly DisputeReasonCodeType[];
}

export function toRulePack(pack: RulePack, locale: Locale): DisputeRulePackType {
  const { network, version, answer, preArbitrationAnswer, arbitrationFiling, source } = pack;
  const codes = pack.codes.map((code) => ({ ...code, meaning: localised(code, locale) }));
  return Object.assign(new DisputeRulePackType(), {
    network,
    version,
    answer,
    preArbitrationAnswer,
    arbitrationFiling,
    source,
    codes,
  });
}
