import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { optionalText } from "../graphql/free-text.ts";
import type { RequestContext } from "../request-context.ts";
import { StaffType, staffOf } from "../staff/staff.type.ts";
import { changeSettings } from "./actions/change-settings.ts";
import { listSettingsEvents, readSettings } from "./queries/read-settings.ts";
import { ChangeDeskSettingsInput } from "./settings.input.ts";
import { ChangeDeskSettingsResult, DeskSettingsChangedType, toSettingsFailure } from "./settings.result.ts";
import {
  DeskEnvironmentType,
  DeskProfileType,
  DeskSettingsEventType,
  DeskSettingsType,
  toDeskSettings,
  toProfile,
  toSettingsEvent,
} from "./settings.type.ts";

/** Far above what any setting may have, which the rules say by its name. */
const longest = 400;

@Resolver(() => DeskSettingsType)
export class DeskSettingsResolver {
  @Query(() => DeskProfileType, { description: "The desk, as it presents itself to anybody." })
  async deskProfile(@Ctx() { settings, locale }: RequestContext): Promise<DeskProfileType> {
    return toProfile(await settings.current(), locale);
  }

  @Query(() => DeskSettingsType, { nullable: true, description: "The settings of the desk, as they are stored." })
  async deskSettings(@Ctx() { db }: RequestContext): Promise<DeskSettingsType | null> {
    return toDeskSettings(await readSettings(db));
  }

  @Mutation(() => ChangeDeskSettingsResult, {
    description: "Changes the settings of the desk, from this moment on, at every server.",
  })
  async changeDeskSettings(
    @Arg("input", () => ChangeDeskSettingsInput) input: ChangeDeskSettingsInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof ChangeDeskSettingsResult> {
    const { expectedVersion, nameZh, nameEn, phone, email, currency, timeZone } = input;
    const needed = (field: string, text: string) => optionalText(field, text, longest) ?? "";
    const to = {
      ...{ nameZh: needed("nameZh", nameZh), nameEn: needed("nameEn", nameEn) },
      ...{ phone: optionalText("phone", phone, longest), email: optionalText("email", email, longest) },
      ...{ currency: needed("currency", currency), timeZone: needed("timeZone", timeZone) },
    };
    const changed = await changeSettings(ctx, { expectedVersion, to });
    if (!changed.ok) return toSettingsFailure(changed.error, ctx.locale);
    return Object.assign(new DeskSettingsChangedType(), { settings: toDeskSettings(changed.value) });
  }

  @FieldResolver(() => DeskEnvironmentType, { description: "What only whoever runs the server can change." })
  environment(@Ctx() { environment }: RequestContext): DeskEnvironmentType {
    return Object.assign(new DeskEnvironmentType(), environment);
  }

  @FieldResolver(() => [DeskSettingsEventType], { description: "Who changed what, the latest first, at most 100." })
  async history(@Ctx() { db }: RequestContext): Promise<readonly DeskSettingsEventType[]> {
    return (await listSettingsEvents(db)).map(toSettingsEvent);
  }
}

@Resolver(() => DeskSettingsEventType)
export class DeskSettingsEventResolver {
  @FieldResolver(() => StaffType, { nullable: true })
  by(@Root() { row }: DeskSettingsEventType, @Ctx() ctx: RequestContext): Promise<StaffType | null> {
    return staffOf(ctx, row.actor_id);
  }
}
