import { Field, ID, InputType, ObjectType, registerEnumType } from "type-graphql";
import { connectionOf } from "../graphql/connection.ts";
import { localised } from "../graphql/locale.ts";
import { DateTime, DayScalar } from "../graphql/scalars.ts";
import { wordsEnum } from "../graphql/words-enum.ts";
import type { Day } from "../kernel/day.ts";
import { isOneOf } from "../platform/one-of.ts";
import { isProviderId, providerRules } from "../providers/domain/provider-rules.ts";
import type { Locale } from "../request-context.ts";
import { permissionNames } from "../staff/domain/permission-names.ts";
import { permissions } from "../staff/domain/permissions.ts";
import { roleTitles } from "../staff/domain/role-titles.ts";
import { staffRoles } from "../staff/domain/roles.ts";
import {
  type DeskLogAction,
  type DeskLogArea,
  type DeskLogFact,
  type DeskLogField,
  deskLogActions,
  deskLogAreas,
  deskLogFields,
} from "./domain/desk-log.ts";
import type { DeskLogRow } from "./queries/list-desk-log.ts";

const DeskLogAreaEnum = wordsEnum(deskLogAreas);
registerEnumType(DeskLogAreaEnum, { name: "DeskLogArea", description: "A part of the desk that administrators keep." });
const DeskLogActionEnum = wordsEnum(deskLogActions);
registerEnumType(DeskLogActionEnum, { name: "DeskLogAction", description: "What was done there." });
const DeskLogFieldEnum = wordsEnum(deskLogFields);
registerEnumType(DeskLogFieldEnum, { name: "DeskLogField", description: "What a fact of the log is about." });

@InputType("DeskLogFilter", {
  description: "Everything left out is not asked; everything given must hold. Days are the desk's.",
})
export class DeskLogFilterInput {
  @Field(() => DeskLogAreaEnum, { nullable: true })
  area!: DeskLogArea | null;

  @Field(() => DeskLogActionEnum, { nullable: true })
  action!: DeskLogAction | null;

  @Field(() => ID, { nullable: true, description: "Who acted: an id of Staff." })
  actorId!: string | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or later." })
  from!: Day | null;

  @Field(() => DayScalar, { nullable: true, description: "On this day or before." })
  to!: Day | null;
}

@ObjectType("DeskLogFact", { simpleResolvers: true })
export class DeskLogFactType implements DeskLogFact {
  @Field(() => DeskLogFieldEnum)
  field!: DeskLogField;

  @Field(() => String, { nullable: true, description: "Null where it was nothing before, or the same." })
  before!: string | null;

  @Field(() => String, { nullable: true, description: "Roles and rights are named in the reader's language." })
  after!: string | null;
}

@ObjectType("DeskLogEntry", { simpleResolvers: true, description: "A line of what was done to the desk itself." })
export class DeskLogEntryType {
  row!: DeskLogRow;

  @Field(() => ID)
  id!: string;

  @Field(() => DeskLogAreaEnum)
  area!: DeskLogArea;

  @Field(() => DeskLogActionEnum)
  action!: DeskLogAction;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => String, { nullable: true, description: "To whom or what it was done, in the reader's language." })
  about!: string | null;

  @Field(() => String, { nullable: true, description: "In the words of whoever did it." })
  reason!: string | null;

  @Field(() => [DeskLogFactType])
  facts!: readonly DeskLogFactType[];
}

export const DeskLogConnection = connectionOf(DeskLogEntryType, "DeskLogEntry");

export function toDeskLogEntry(row: DeskLogRow, locale: Locale): DeskLogEntryType {
  const { id, area, action, at, about, reason, facts } = row;
  const say = ({ zh, en }: { zh?: string; en?: string }) => (locale === "zh-CN" ? zh : en) ?? null;
  return Object.assign(new DeskLogEntryType(), {
    ...{ row, id: `${action}:${id}`, area, action, at },
    about: about.code === undefined ? say(about) : nameOfCode(about.code, locale),
    reason: reason === null ? null : say(reason),
    facts: facts.flatMap((fact) => (fact.before === null && fact.after === null ? [] : [toFact(fact, locale)])),
  });
}

/** Codes of ours have names; one that has none any more, such as a provider that was taken out, stands as it is. */
function nameOfCode(code: string, locale: Locale): string {
  if (isOneOf(staffRoles, code)) return localised(roleTitles[code], locale);
  return isProviderId(code) ? localised(providerRules[code].name, locale) : code;
}

function toFact({ field, before, after }: DeskLogFact, locale: Locale): DeskLogFactType {
  return Object.assign(new DeskLogFactType(), {
    ...{ field, before: worded(field, before, locale), after: worded(field, after, locale) },
  });
}

function worded(field: DeskLogField, value: string | null, locale: Locale): string | null {
  if (value === null) return null;
  if (field === "ROLE") return nameOfCode(value, locale);
  if (field !== "SCOPES" && field !== "RIGHTS_GAINED" && field !== "RIGHTS_LOST") return value;
  const names = value
    .split(" ")
    .map((right) => (isOneOf(permissions, right) ? localised(permissionNames[right], locale) : right));
  return names.join(locale === "zh-CN" ? "、" : ", ");
}
