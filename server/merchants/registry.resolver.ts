import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { localised } from "../graphql/locale.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { addMerchant } from "./actions/add-merchant.ts";
import { changeMerchant, type MerchantChange } from "./actions/change-merchant.ts";
import { addInstitution, changeInstitution } from "./actions/keep-institution.ts";
import { categories } from "./domain/categories.ts";
import { InstitutionType, toInstitution } from "./institution.type.ts";
import { MerchantType, toMerchant } from "./merchant.type.ts";
import { institutionById } from "./queries/find-institutions.ts";
import { merchantById } from "./queries/find-merchants.ts";
import { eventsOfInstitution, eventsOfMerchant, terminalsOfMerchant } from "./queries/find-registry-parts.ts";
import {
  AddInstitutionInput,
  AddMerchantInput,
  AddTerminalInput,
  ChangeInstitutionInput,
  ChangeMerchantInput,
  MoveMerchantInput,
  MoveTerminalInput,
  merchantFactsOf,
  namesOf,
} from "./registry.input.ts";
import {
  InstitutionKeptType,
  KeepInstitutionResult,
  KeepMerchantResult,
  MerchantKeptType,
  toRegistryFailure,
} from "./registry.result.ts";
import { MerchantCategoryType, RegistryEventType, TerminalType, toRegistryEvent, toTerminal } from "./registry.type.ts";

type MerchantAnswer = Promise<typeof KeepMerchantResult>;
type InstitutionAnswer = Promise<typeof KeepInstitutionResult>;

/** The registers of merchants, terminals and institutions, as the administrators keep them. */
@Resolver(() => MerchantType)
export class RegistryResolver {
  @Query(() => [MerchantCategoryType], { description: "Categories that have a name here; any four digits are taken." })
  merchantCategories(@Ctx() { locale }: RequestContext): readonly MerchantCategoryType[] {
    return Object.entries(categories).map(([code, name]) =>
      Object.assign(new MerchantCategoryType(), { code, name: localised(name, locale) }),
    );
  }

  @Mutation(() => KeepMerchantResult, { description: "Registers a merchant before a settlement file names it." })
  async addMerchant(
    @Arg("input", () => AddMerchantInput) input: AddMerchantInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    const number = freeText("number", input.number, 100);
    const added = await addMerchant(ctx, { number, ...merchantFactsOf(input) });
    if (!added.ok) return toRegistryFailure({ kind: "REFUSED", reasons: added.error }, ctx.locale);
    return merchantKept(ctx, added.value);
  }

  @Mutation(() => KeepMerchantResult, {
    description:
      "Changes names and category. Decisions already made stay; the next follow the policies of the category.",
  })
  async changeMerchant(
    @Arg("input", () => ChangeMerchantInput) input: ChangeMerchantInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "CHANGED", facts: merchantFactsOf(input) });
  }

  @Mutation(() => KeepMerchantResult, {
    description: "For now: the customer's own form takes no request about it. Cases that are open go on.",
  })
  async suspendMerchant(
    @Arg("input", () => MoveMerchantInput) input: MoveMerchantInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "SUSPENDED" });
  }

  @Mutation(() => KeepMerchantResult, {
    description:
      "It takes no cards any more: requests only about payments that are on file. Cases that are open go on.",
  })
  async closeMerchant(
    @Arg("input", () => MoveMerchantInput) input: MoveMerchantInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "CLOSED" });
  }

  @Mutation(() => KeepMerchantResult, { description: "Every request about it is taken again." })
  async reopenMerchant(
    @Arg("input", () => MoveMerchantInput) input: MoveMerchantInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "REOPENED" });
  }

  @Mutation(() => KeepMerchantResult, { description: "Registers a terminal before a settlement file names it." })
  async addTerminal(
    @Arg("input", () => AddTerminalInput) input: AddTerminalInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "TERMINAL_ADDED", number: freeText("number", input.number, 100) });
  }

  @Mutation(() => KeepMerchantResult, {
    description: "A slip that names this terminal alone finds no merchant from now on; payments on file are untouched.",
  })
  async closeTerminal(
    @Arg("input", () => MoveTerminalInput) input: MoveTerminalInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "TERMINAL_CLOSED", terminalId: rowId(input.terminalId, "Terminal") });
  }

  @Mutation(() => KeepMerchantResult, { description: "The terminal is in use again." })
  async reopenTerminal(
    @Arg("input", () => MoveTerminalInput) input: MoveTerminalInput,
    @Ctx() ctx: RequestContext,
  ): MerchantAnswer {
    return change(ctx, input, { kind: "TERMINAL_REOPENED", terminalId: rowId(input.terminalId, "Terminal") });
  }

  @FieldResolver(() => String, { nullable: true, description: "The category's name in the reader's language." })
  categoryName(@Root() { categoryCode }: MerchantType, @Ctx() { locale }: RequestContext): string | null {
    const name = categoryCode === null ? undefined : categories[categoryCode];
    return name === undefined ? null : localised(name, locale);
  }

  @FieldResolver(() => [TerminalType], { description: "Its terminals by number, at most 500." })
  async terminals(@Root() { id }: MerchantType, @Ctx() ctx: RequestContext): Promise<readonly TerminalType[]> {
    return (await ctx.loaders.load(terminalsOfMerchant, rowOf(id, "Merchant"))).map(toTerminal);
  }

  @FieldResolver(() => [RegistryEventType], { description: "What was done to it here, the latest first." })
  async history(@Root() { id }: MerchantType, @Ctx() ctx: RequestContext): Promise<readonly RegistryEventType[]> {
    return (await ctx.loaders.load(eventsOfMerchant, rowOf(id, "Merchant"))).map(toRegistryEvent);
  }
}

@Resolver(() => InstitutionType)
export class InstitutionRegistryResolver {
  @Mutation(() => KeepInstitutionResult, { description: "Registers a bank, so that its officers can be invited." })
  async addInstitution(
    @Arg("input", () => AddInstitutionInput) input: AddInstitutionInput,
    @Ctx() ctx: RequestContext,
  ): InstitutionAnswer {
    const added = await addInstitution(ctx, { code: freeText("code", input.code, 100), ...namesOf(input) });
    if (!added.ok) return toRegistryFailure({ kind: "REFUSED", reasons: added.error }, ctx.locale);
    return institutionKept(ctx, added.value);
  }

  @Mutation(() => KeepInstitutionResult, { description: "Changes its names; the code stays what files call it." })
  async changeInstitution(
    @Arg("input", () => ChangeInstitutionInput) input: ChangeInstitutionInput,
    @Ctx() ctx: RequestContext,
  ): InstitutionAnswer {
    const changed = await changeInstitution(ctx, {
      ...namesOf(input),
      institutionId: rowId(input.institutionId, "Institution"),
      expectedVersion: input.expectedVersion,
      reason: optionalText("reason", input.reason, 500),
    });
    return changed.ok ? institutionKept(ctx, changed.value) : toRegistryFailure(changed.error, ctx.locale);
  }

  @FieldResolver(() => [RegistryEventType], { description: "What was done to it here, the latest first." })
  async history(@Root() { id }: InstitutionType, @Ctx() ctx: RequestContext): Promise<readonly RegistryEventType[]> {
    return (await ctx.loaders.load(eventsOfInstitution, rowOf(id, "Institution"))).map(toRegistryEvent);
  }
}

@Resolver(() => RegistryEventType)
export class RegistryEventResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: "Null: the desk itself." })
  by(@Root() { row }: RegistryEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

async function change(
  ctx: RequestContext,
  { merchantId, expectedVersion, reason }: MoveMerchantInput,
  wanted: MerchantChange,
): MerchantAnswer {
  const changed = await changeMerchant(ctx, {
    merchantId: rowId(merchantId, "Merchant"),
    expectedVersion,
    reason: optionalText("reason", reason, 500),
    change: wanted,
  });
  return changed.ok ? merchantKept(ctx, changed.value) : toRegistryFailure(changed.error, ctx.locale);
}

async function merchantKept(ctx: RequestContext, id: string): Promise<MerchantKeptType> {
  ctx.loaders.clear();
  const row = await ctx.loaders.load(merchantById, id);
  if (row === null) throw new Error("A merchant vanished as it was changed");
  return Object.assign(new MerchantKeptType(), { merchant: toMerchant(row) });
}

async function institutionKept(ctx: RequestContext, id: string): Promise<InstitutionKeptType> {
  ctx.loaders.clear();
  const row = await ctx.loaders.load(institutionById, id);
  if (row === null) throw new Error("An institution vanished as it was changed");
  return Object.assign(new InstitutionKeptType(), { institution: toInstitution(row) });
}

/** The id of something that was just read. */
function rowOf(globalId: string, type: "Merchant" | "Institution"): string {
  const id = rowId(globalId, type);
  if (id === null) throw new Error(`No ${type} has the id ${globalId}`);
  return id;
}
