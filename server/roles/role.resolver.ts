import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from "type-graphql";
import { ApprovalRequestType } from "../approvals/approval.type.ts";
import { badInput } from "../graphql/cursor.ts";
import { optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { type Permission, permissions } from "../staff/domain/permissions.ts";
import { type Role, type StaffRole, staffRoles } from "../staff/domain/roles.ts";
import { StaffType, staffOf, toStaff } from "../staff/staff.type.ts";
import { PermissionEnum, RoleEnum } from "../staff/staff-words.type.ts";
import { proposeRoleChange } from "./actions/propose-role-change.ts";
import { withdrawRoleChange } from "./actions/settle-role-change.ts";
import { toEditableRole } from "./domain/role-change.ts";
import { roleRefusalText } from "./domain/role-refusal-text.ts";
import { findRoleChange, listRoleChanges, openChangeOfRole, roleChangeById } from "./queries/find-role-changes.ts";
import { findRoles } from "./queries/find-roles.ts";
import { previewRoleChange } from "./queries/preview-role-change.ts";
import { ProposeRoleChangeInput } from "./role.input.ts";
import {
  ProposeRoleChangeResult,
  RoleChangeNotFoundType,
  RoleChangeProposedType,
  RoleChangeWithdrawnType,
  RoleKeyReusedType,
  roleAnswers,
  StaleRoleType,
  toRoleRefused,
  WithdrawRoleChangeResult,
} from "./role.result.ts";
import {
  RightType,
  RoleChangePreviewType,
  RoleChangeType,
  RoleGrantsType,
  toRight,
  toRoleChange,
  toRoleGrants,
} from "./role.type.ts";

/** The history that a page shows. */
const mostChanges = 50;

@Resolver(() => RoleGrantsType)
export class RoleResolver {
  @Query(() => [RightType], { description: "Every permission there is, by its name, in the house's own order." })
  rights(@Ctx() { locale }: RequestContext): readonly RightType[] {
    return permissions.map((right) => toRight(right, locale));
  }

  @Query(() => [RoleGrantsType], {
    description:
      "The roles of the staff with what each may do. A change counts from the next request of whoever has the role, at every server.",
  })
  async roles(@Ctx() { db }: RequestContext): Promise<readonly RoleGrantsType[]> {
    const rows = await findRoles(db);
    return staffRoles.flatMap((role) => rows.filter(({ name }) => name === role)).map(toRoleGrants);
  }

  @Query(() => [RoleChangeType], { description: "What was proposed, the latest first: at most 50." })
  async roleChanges(@Ctx() { db, locale }: RequestContext): Promise<readonly RoleChangeType[]> {
    return (await listRoleChanges(db, mostChanges)).map((row) => toRoleChange(row, locale));
  }

  @Query(() => RoleChangePreviewType, {
    nullable: true,
    description: "Who would be affected by a change, what each gains and loses, and what stands against it.",
  })
  async previewRoleChange(
    @Arg("role", () => RoleEnum) role: Role,
    @Arg("permissions", () => [PermissionEnum]) after: Permission[],
    @Ctx() ctx: RequestContext,
  ): Promise<RoleChangePreviewType> {
    const editable = toEditableRole(role);
    if (editable === null) throw badInput(roleRefusalText({ code: "NOT_EDITABLE" }, "en"));
    const { gains, losses, orphaned, people, deciders, reasons, ...rest } = await previewRoleChange(
      ctx,
      editable,
      new Set(after),
    );
    const named = (rights: readonly Permission[]) => rights.map((right) => toRight(right, ctx.locale));
    return Object.assign(new RoleChangePreviewType(), {
      ...{ ...rest, gains: named(gains), losses: named(losses), orphaned: named(orphaned) },
      people: people.map(toStaff),
      deciders: deciders.map(toStaff),
      reasons: reasons.map((reason) => roleRefusalText(reason, ctx.locale)),
    });
  }

  @Mutation(() => ProposeRoleChangeResult, {
    description:
      "Proposes what a role may do. Nothing changes until somebody with ROLE_APPROVE has agreed who neither proposed it nor gains by it (`decideApprovals`).",
  })
  async proposeRoleChange(
    @Arg("input", () => ProposeRoleChangeInput) input: ProposeRoleChangeInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ProposeRoleChangeResult> {
    const { idempotencyKey: key, ...asked } = input;
    const reason = optionalText("reason", input.reason, 500);
    const result = await proposeRoleChange(ctx, { ...asked, key, reason });
    const { locale } = ctx;
    if (result.ok) {
      const change = await changeNow(ctx, result.value);
      const grants = await grantsOf(ctx, change.role);
      return Object.assign(new RoleChangeProposedType(), { change, grants });
    }
    const { error } = result;
    if (error.kind === "REFUSED") return toRoleRefused(error.reasons, locale);
    const message = roleAnswers[error.kind][locale];
    return Object.assign(error.kind === "STALE" ? new StaleRoleType() : new RoleKeyReusedType(), { message });
  }

  @Mutation(() => WithdrawRoleChangeResult, { description: "Takes back a proposal of one's own before it is decided." })
  async withdrawRoleChange(
    @Arg("id", () => ID) id: string,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof WithdrawRoleChangeResult> {
    const changeId = rowId(id, "RoleChange");
    if (changeId === null || !(await withdrawRoleChange(ctx, changeId)))
      return Object.assign(new RoleChangeNotFoundType(), { message: roleAnswers.NOT_FOUND[ctx.locale] });
    return Object.assign(new RoleChangeWithdrawnType(), { change: await changeNow(ctx, changeId) });
  }

  @FieldResolver(() => RoleChangeType, { nullable: true, description: "What waits for approval on it." })
  async openChange(@Root() { row }: RoleGrantsType, @Ctx() ctx: RequestContext): Promise<RoleChangeType | null> {
    const open = await ctx.loaders.load(openChangeOfRole, row.name);
    return open === null ? null : toRoleChange(open, ctx.locale);
  }
}

@Resolver(() => RoleChangeType)
export class RoleChangeResolver {
  @FieldResolver(() => StaffType, { nullable: true })
  proposer(@Root() { row }: RoleChangeType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.proposer_id);
  }
}

/** What roles add to a request for approval. */
@Resolver(() => ApprovalRequestType)
export class ApprovalRoleResolver {
  @FieldResolver(() => RoleChangeType, {
    nullable: true,
    description: "The change of a role that is to be agreed to; null for every other kind.",
  })
  async roleChange(@Root() { row }: ApprovalRequestType, @Ctx() ctx: RequestContext): Promise<RoleChangeType | null> {
    const found = row.subject_kind === "ROLE" ? await ctx.loaders.load(roleChangeById, row.subject_id) : null;
    return found === null ? null : toRoleChange(found, ctx.locale);
  }
}

async function changeNow({ db, locale }: RequestContext, id: string): Promise<RoleChangeType> {
  const row = await findRoleChange(db, id);
  if (row === undefined) throw new Error(`The change ${id} vanished as it was written`);
  return toRoleChange(row, locale);
}

async function grantsOf({ db }: RequestContext, role: StaffRole): Promise<RoleGrantsType | null> {
  const row = (await findRoles(db)).find(({ name }) => name === role);
  return row === undefined ? null : toRoleGrants(row);
}
