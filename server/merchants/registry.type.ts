import { Field, ID, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import { toGlobalId } from "../kernel/ids.ts";
import {
  merchantStates,
  type RegistryEventKind,
  type RegistryField,
  registryEventKinds,
  registryFields,
} from "./domain/registry.ts";
import type { RegistryEventRow, TerminalRow } from "./queries/find-registry-parts.ts";

export const MerchantStateEnum = wordsEnum(merchantStates);
registerEnumType(MerchantStateEnum, {
  name: "MerchantState",
  description: "How a merchant stands with the acquirer.",
  valuesConfig: {
    SUSPENDED: { description: "The customer's own form takes no request about it; the desk still does." },
    CLOSED: { description: "Requests are taken about payments on file; a slip without one opens no case." },
  },
});

const RegistryEventKindEnum = wordsEnum(registryEventKinds);
registerEnumType(RegistryEventKindEnum, {
  name: "RegistryEventKind",
  description: "What was done to an entry of the registers.",
});

const RegistryFieldEnum = wordsEnum(registryFields);
registerEnumType(RegistryFieldEnum, { name: "RegistryField", description: "What of an entry was changed." });

@ObjectType("Terminal", { simpleResolvers: true, description: "A device of a merchant that takes cards." })
export class TerminalType {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  number!: string;

  @Field(() => DateTime, {
    nullable: true,
    description: "Since then a slip that names this terminal alone finds no merchant. Null while it is in use.",
  })
  closedAt!: Date | null;
}

export function toTerminal(row: TerminalRow): TerminalType {
  const { id, terminal_number: number, closed_at: closedAt } = row;
  return Object.assign(new TerminalType(), { id: toGlobalId("Terminal", id), number, closedAt });
}

@ObjectType("RegistryChange", { simpleResolvers: true })
export class RegistryChangeType {
  @Field(() => RegistryFieldEnum)
  field!: RegistryField;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType("RegistryEvent", { description: "One line of an entry's history." })
export class RegistryEventType {
  readonly row!: RegistryEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => RegistryEventKindEnum)
  kind!: RegistryEventKind;

  @Field(() => [RegistryChangeType])
  changes!: readonly RegistryChangeType[];

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => DateTime)
  at!: Date;
}

export function toRegistryEvent(row: RegistryEventRow): RegistryEventType {
  const { id, kind, changes, reason, at } = row;
  return Object.assign(new RegistryEventType(), { row, id, kind, changes, reason, at });
}

@ObjectType("MerchantCategory", { simpleResolvers: true, description: "A category of ISO 18245." })
export class MerchantCategoryType {
  @Field(() => String)
  code!: string;

  @Field(() => String, { description: "In the reader's language." })
  name!: string;
}
