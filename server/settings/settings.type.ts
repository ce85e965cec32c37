import { Field, ID, Int, ObjectType, registerEnumType } from "type-graphql";
import { DateTime } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { DeskEnvironment } from "../platform/desk-environment.ts";
import type { Locale } from "../request-context.ts";
import { type DeskSettings, type SettingField, type StoredSettings, settingFields } from "./domain/desk-settings.ts";
import type { SettingsEventRow } from "./queries/read-settings.ts";

const SettingFieldEnum = wordsEnum(settingFields);
registerEnumType(SettingFieldEnum, { name: "DeskSettingField", description: "One of the desk's settings." });

@ObjectType("DeskProfile", { simpleResolvers: true, description: "The desk, as it presents itself to anybody." })
export class DeskProfileType {
  @Field(() => String, { description: "In the reader's language." })
  name!: string;

  @Field(() => String, { nullable: true, description: "What customers dial." })
  phone!: string | null;

  @Field(() => String, { nullable: true, description: "Where customers write to." })
  email!: string | null;

  @Field(() => String, { description: "ISO 4217: what an amount is taken to be in until somebody says otherwise." })
  currency!: string;

  @Field(() => String, { description: "IANA: whose clocks say which day it is at the desk." })
  timeZone!: string;
}

@ObjectType("DeskSettingChange", { simpleResolvers: true })
export class DeskSettingChangeType {
  @Field(() => SettingFieldEnum)
  field!: SettingField;

  @Field(() => String, { nullable: true })
  before!: string | null;

  @Field(() => String, { nullable: true })
  after!: string | null;
}

@ObjectType("DeskSettingsEvent", { simpleResolvers: true, description: "Who changed which settings." })
export class DeskSettingsEventType {
  row!: SettingsEventRow;

  @Field(() => ID)
  id!: string;

  @Field(() => [DeskSettingChangeType])
  changes!: readonly DeskSettingChangeType[];

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType("DeskEnvironment", {
  simpleResolvers: true,
  description: "What was fixed where the server was started; never a secret.",
})
export class DeskEnvironmentType implements DeskEnvironment {
  @Field(() => String, { description: "Where people find the desk: links in messages begin with it." })
  publicUrl!: string;

  @Field(() => Boolean, { description: "This is a demo, whose messages stay in its own mailbox." })
  demo!: boolean;

  @Field(() => Boolean, { description: "E-mails are sent." })
  mail!: boolean;

  @Field(() => String, { nullable: true, description: "Whom e-mails come from; null where none are sent." })
  mailFrom!: string | null;

  @Field(() => Boolean, { description: "Short messages are sent." })
  sms!: boolean;

  @Field(() => String, { nullable: true, description: "The company sign-in beside passwords; null: there is none." })
  singleSignOn!: string | null;

  @Field(() => Boolean, { description: "Refunds go to a simulation, and nobody gets any money." })
  simulatedAcquirer!: boolean;

  @Field(() => Int, { description: "Minutes without a request after which somebody is signed out." })
  sessionIdleMinutes!: number;

  @Field(() => Int, { description: "Hours after which everybody signs in anew." })
  sessionHours!: number;
}

@ObjectType("DeskSettings", { simpleResolvers: true, description: "What an administrator sets for the whole desk." })
export class DeskSettingsType implements DeskSettings {
  @Field(() => String)
  nameZh!: string;

  @Field(() => String)
  nameEn!: string;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String)
  currency!: string;

  @Field(() => String)
  timeZone!: string;

  @Field(() => Int, { description: "Give this as `expectedVersion` to change them." })
  version!: number;
}

export function toProfile({ nameZh, nameEn, ...rest }: StoredSettings, locale: Locale): DeskProfileType {
  const { phone, email, currency, timeZone } = rest;
  const name = locale === "zh-CN" ? nameZh : nameEn;
  return Object.assign(new DeskProfileType(), { name, phone, email, currency, timeZone });
}

export function toDeskSettings(settings: StoredSettings): DeskSettingsType {
  return Object.assign(new DeskSettingsType(), settings);
}

export function toSettingsEvent(row: SettingsEventRow): DeskSettingsEventType {
  const { id, changes, at } = row;
  return Object.assign(new DeskSettingsEventType(), { row, id, changes, at });
}
