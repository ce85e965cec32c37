import { Field, ObjectType } from "type-graphql";
import { LocaleEnum } from "../graphql/locale.ts";
import { DateTime } from "../graphql/scalars.ts";
import type { Locale } from "../request-context.ts";
import type { NoticeState } from "./domain/words.ts";
import { NoticeStateEnum } from "./notice-words.type.ts";
import type { InvitationRow } from "./queries/latest-invitation.ts";

@ObjectType("Invitation", {
  simpleResolvers: true,
  description: "The mail that invited somebody to the desk, for who may invite.",
})
export class InvitationType {
  /** The notice behind it. Not on the wire. */
  noticeId!: string;

  @Field(() => NoticeStateEnum, { description: "Whether it went out." })
  state!: NoticeState;

  @Field(() => LocaleEnum, { description: "Their language." })
  locale!: Locale;

  @Field(() => DateTime, { description: "When it was asked for." })
  at!: Date;
}

export function toInvitation({ id, state, locale, created_at: at }: InvitationRow): InvitationType {
  return Object.assign(new InvitationType(), { noticeId: id, state, locale, at });
}
