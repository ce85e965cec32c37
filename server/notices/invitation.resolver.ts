import { Ctx, FieldResolver, Resolver, Root } from "type-graphql";
import type { RequestContext } from "../request-context.ts";
import { staffRowId } from "../staff/place-of.ts";
import { StaffType } from "../staff/staff.type.ts";
import { InvitationType, toInvitation } from "./invitation.type.ts";
import { NoticeTextType } from "./notice.type.ts";
import { latestInvitation } from "./queries/latest-invitation.ts";
import { textOfNotice } from "./queries/notice-text-of.ts";

/** What notices add to a member of staff. */
@Resolver(() => StaffType)
export class StaffInvitationResolver {
  @FieldResolver(() => InvitationType, { nullable: true, description: "The latest mail that invited them." })
  async invitation(@Root() { id }: StaffType, @Ctx() ctx: RequestContext): Promise<InvitationType | null> {
    const found = await ctx.loaders.load(latestInvitation, staffRowId(id));
    return found === null ? null : toInvitation(found);
  }
}

@Resolver(() => InvitationType)
export class InvitationResolver {
  @FieldResolver(() => NoticeTextType, {
    nullable: true,
    description: "As it was sent, in its reader's language; the link stands in it in a demo alone.",
  })
  text(@Root() { noticeId }: InvitationType, @Ctx() ctx: RequestContext): Promise<NoticeTextType | null> {
    return ctx.loaders.load(textOfNotice, noticeId);
  }
}
