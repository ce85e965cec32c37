import { Arg, Ctx, FieldResolver, Int, Mutation, Resolver, Root } from "type-graphql";
import { freeText, optionalText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { RequestContext } from "../request-context.ts";
import { inviteStaff } from "./actions/invite-staff.ts";
import { moveStaff, type StaffMove } from "./actions/move-staff.ts";
import type { StaffMoveKind, StaffState } from "./domain/staff-life.ts";
import { StaffEventType, toStaffEvent } from "./people.type.ts";
import { placeOf, staffRowId } from "./place-of.ts";
import { eventsOfStaff, invitationEnd } from "./queries/find-people.ts";
import { staffById } from "./queries/find-staff.ts";
import {
  ChangeStaffRoleInput,
  EndStaffInput,
  InviteStaffInput,
  MoveStaffInput,
  SuspendStaffInput,
  toPlacement,
} from "./staff.input.ts";
import { MoveStaffResult, StaffMovedType, toStaffFailure, toStaffRefused } from "./staff.result.ts";
import { StaffType, staffOf, toStaff } from "./staff.type.ts";
import { StaffStateEnum } from "./staff-words.type.ts";

type Answer = Promise<typeof MoveStaffResult>;

@Resolver(() => StaffType)
export class PeopleResolver {
  @Mutation(() => MoveStaffResult, {
    description:
      "Takes somebody onto the staff and mails them a link, good once, by which they set their own password.",
  })
  async inviteStaff(@Arg("input", () => InviteStaffInput) input: InviteStaffInput, @Ctx() ctx: RequestContext): Answer {
    const { email, locale, placement } = input;
    const name = freeText("name", input.name, 100);
    const invited = await inviteStaff(ctx, { email, name, locale, ...toPlacement(placement) });
    return invited.ok ? moved(ctx, invited.value) : toStaffRefused(invited.error, ctx.locale);
  }

  @Mutation(() => MoveStaffResult, {
    description: "Mails a fresh link in place of the last one; also to somebody who comes back.",
  })
  async inviteStaffAgain(
    @Arg("input", () => MoveStaffInput) input: MoveStaffInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return move(ctx, "INVITE_AGAIN", input);
  }

  @Mutation(() => MoveStaffResult, {
    description: "Gives somebody another role or scope, from their next request on. Never one's own.",
  })
  async changeStaffRole(
    @Arg("input", () => ChangeStaffRoleInput) input: ChangeStaffRoleInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return move(ctx, "CHANGE_ROLE", input, { placement: toPlacement(input.placement), ...heirOf(input.heirId) });
  }

  @Mutation(() => MoveStaffResult, {
    description:
      "Shuts somebody out for now: their sessions end at once, and all they have open is given away in the same step, or nothing at all.",
  })
  async suspendStaff(
    @Arg("input", () => SuspendStaffInput) input: SuspendStaffInput,
    @Ctx() ctx: RequestContext,
  ): Answer {
    return move(ctx, "SUSPEND", input, heirOf(input.heirId));
  }

  @Mutation(() => MoveStaffResult, { description: "Lets somebody in again who was suspended." })
  async reinstateStaff(@Arg("input", () => MoveStaffInput) input: MoveStaffInput, @Ctx() ctx: RequestContext): Answer {
    return move(ctx, "REINSTATE", input);
  }

  @Mutation(() => MoveStaffResult, {
    description:
      "Somebody leaves: shut out at once, their keys revoked, and all they have open given away in the same step, or nothing at all.",
  })
  async endStaff(@Arg("input", () => EndStaffInput) input: EndStaffInput, @Ctx() ctx: RequestContext): Answer {
    return move(ctx, "LEAVE", input, heirOf(input.heirId));
  }

  @FieldResolver(() => StaffStateEnum, { description: "Only who is ACTIVE can sign in and be given work." })
  async state(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<StaffState> {
    return (await placeOf(ctx, staff)).state;
  }

  @FieldResolver(() => Int, { description: "Give this as `expectedVersion` to change their place at the desk." })
  async version(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<number> {
    return (await placeOf(ctx, staff)).version;
  }

  @FieldResolver(() => [StaffEventType], { description: "What was done to their place at the desk, the latest first." })
  async history(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<readonly StaffEventType[]> {
    return (await ctx.loaders.load(eventsOfStaff, staffRowId(staff.id))).map(toStaffEvent);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: "Until when their invitation can be taken up." })
  invitedUntil(@Root() staff: StaffType, @Ctx() ctx: RequestContext): Promise<Date | null> {
    return ctx.loaders.load(invitationEnd, staffRowId(staff.id));
  }
}

@Resolver(() => StaffEventType)
export class StaffEventResolver {
  @FieldResolver(() => StaffType, { nullable: true, description: "Null: they did it themselves, by their invitation." })
  by(@Root() { row }: StaffEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}

async function move(
  ctx: RequestContext,
  kind: StaffMoveKind,
  { staffId, expectedVersion, reason }: MoveStaffInput,
  more: Pick<StaffMove, "placement" | "heirId"> = {},
): Answer {
  const asked = {
    kind,
    staffId: rowId(staffId, "Staff"),
    expectedVersion,
    reason: optionalText("reason", reason, 500),
  };
  const result = await moveStaff(ctx, { ...asked, ...more });
  return result.ok ? moved(ctx, result.value) : toStaffFailure(result.error, ctx.locale);
}

async function moved(ctx: RequestContext, id: string): Promise<StaffMovedType> {
  ctx.loaders.clear();
  const row = await ctx.loaders.load(staffById, id);
  if (row === null) throw new Error("A member of staff vanished as they were changed");
  return Object.assign(new StaffMovedType(), { staff: toStaff(row) });
}

/** An id that is nobody's stays one, so that it is refused rather than taken for "nobody". */
function heirOf(globalId: string | null | undefined): { readonly heirId: string | null } {
  return { heirId: globalId == null ? null : (rowId(globalId, "Staff") ?? "00000000-0000-0000-0000-000000000000") };
}
