import { Field, ID, InputType, Int } from "type-graphql";
import { freeText, optionalText } from "../graphql/free-text.ts";
import type { MerchantFacts, MerchantState, NamesOf } from "./domain/registry.ts";
import type { MerchantFilter } from "./queries/find-merchants.ts";
import { MerchantStateEnum } from "./registry.type.ts";

@InputType("MerchantFilter", { description: "Narrows the list of merchants; what is left out narrows nothing." })
export class MerchantFilterInput {
  @Field(() => String, {
    nullable: true,
    description: "Part of a name, or the beginning of the merchant's or of a terminal's number.",
  })
  text?: string | null;

  @Field(() => [MerchantStateEnum], { nullable: true })
  states?: readonly MerchantState[] | null;
}

export function toMerchantFilter(filter: MerchantFilterInput | null | undefined): MerchantFilter {
  return { text: optionalText("text", filter?.text, 100), states: filter?.states ?? [] };
}

@InputType("AddMerchantInput")
export class AddMerchantInput {
  @Field(() => String, { description: "The acquirer's number, by which settlement files name it. It never changes." })
  number!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameZh?: string | null;

  @Field(() => String, { nullable: true, description: "Four digits of ISO 18245; policies go by it." })
  categoryCode?: string | null;
}

@InputType("MoveMerchantInput")
export class MoveMerchantInput {
  @Field(() => ID)
  merchantId!: string;

  @Field(() => Int, { description: "The version that was looked at. Somebody else was faster: StaleRegistryEntry." })
  expectedVersion!: number;

  @Field(() => String, { nullable: true, description: "Why; kept in its history." })
  reason?: string | null;
}

@InputType("ChangeMerchantInput", { description: "The facts as they are to be, all of them." })
export class ChangeMerchantInput extends MoveMerchantInput {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameZh?: string | null;

  @Field(() => String, { nullable: true })
  categoryCode?: string | null;
}

@InputType("AddTerminalInput")
export class AddTerminalInput extends MoveMerchantInput {
  @Field(() => String)
  number!: string;
}

@InputType("MoveTerminalInput")
export class MoveTerminalInput extends MoveMerchantInput {
  @Field(() => ID)
  terminalId!: string;
}

@InputType("AddInstitutionInput")
export class AddInstitutionInput {
  @Field(() => String, { description: "What files call it, e.g. its BIC. It never changes." })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameZh?: string | null;
}

@InputType("ChangeInstitutionInput")
export class ChangeInstitutionInput {
  @Field(() => ID)
  institutionId!: string;

  @Field(() => Int, { description: "The version that was looked at. Somebody else was faster: StaleRegistryEntry." })
  expectedVersion!: number;

  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true })
  nameZh?: string | null;

  @Field(() => String, { nullable: true, description: "Why; kept in its history." })
  reason?: string | null;
}

export function namesOf(typed: { readonly name: string; readonly nameZh?: string | null }): NamesOf {
  return { name: freeText("name", typed.name, 100), nameZh: optionalText("nameZh", typed.nameZh, 100) };
}

export function merchantFactsOf(typed: AddMerchantInput | ChangeMerchantInput): MerchantFacts {
  return { ...namesOf(typed), categoryCode: optionalText("categoryCode", typed.categoryCode, 20) };
}
