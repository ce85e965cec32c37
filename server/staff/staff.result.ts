import { createUnionType, Field, ObjectType } from "type-graphql";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { StaffMoveFailure } from "./actions/move-staff.ts";
import type { StaffRefusal } from "./domain/staff-life.ts";
import { staffRefusalText } from "./domain/staff-refusal-text.ts";
import { StaffType } from "./staff.type.ts";

@ObjectType("StaffMoved", { description: "It is done, and their history says by whom." })
export class StaffMovedType {
  @Field(() => StaffType)
  staff!: StaffType;
}

@ObjectType("StaffRefused", { implements: Problem, description: "Nothing was written." })
export class StaffRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleStaff", {
  implements: Problem,
  description: "Somebody else changed this person meanwhile. Nothing was written.",
})
export class StaleStaffType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("StaffNotFound", { implements: Problem, description: "There is nobody of this id. Nothing was written." })
export class StaffNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const MoveStaffResult = createUnionType({
  name: "MoveStaffResult",
  types: () => [StaffMovedType, StaffRefusedType, StaleStaffType, StaffNotFoundType] as const,
});

const texts = {
  REFUSED: { "zh-CN": "没有任何更改。原因如下。", en: "Nothing was changed. The reasons are below." },
  STALE: {
    "zh-CN":
      "此人在您打开之后已有更改：可能是其他管理员所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。请查看最新内容后再试。",
    en: "This person's entry has been changed since you opened it: by another administrator, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at it as it stands now, and try again.",
  },
  NOT_FOUND: { "zh-CN": "找不到此人。没有任何更改。", en: "There is no such person. Nothing was changed." },
} as const;

export function toStaffRefused(reasons: readonly StaffRefusal[], locale: Locale): StaffRefusedType {
  const said = reasons.map((reason) => staffRefusalText(reason, locale));
  return Object.assign(new StaffRefusedType(), { message: texts.REFUSED[locale], reasons: said });
}

export function toStaffFailure(
  failure: StaffMoveFailure,
  locale: Locale,
): StaffRefusedType | StaleStaffType | StaffNotFoundType {
  if (failure.kind === "REFUSED") return toStaffRefused(failure.reasons, locale);
  const told = failure.kind === "STALE" ? new StaleStaffType() : new StaffNotFoundType();
  return Object.assign(told, { message: texts[failure.kind][locale] });
}
