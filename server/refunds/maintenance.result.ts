import { createUnionType, Field, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { StopMaintenanceFailure } from "./actions/stop-maintenance.ts";
import type { MaintenanceRefusal } from "./domain/maintenance.ts";
import { maintenanceRefusalTexts } from "./domain/maintenance-refusal-text.ts";
import { ProviderMaintenanceType } from "./maintenance.type.ts";

@ObjectType("ProviderMaintenanceKept", { description: "It is done, and its history says by whom." })
export class ProviderMaintenanceKeptType {
  @Field(() => ProviderMaintenanceType)
  maintenance!: ProviderMaintenanceType;
}

@ObjectType("ProviderMaintenanceRefused", { implements: Problem, description: "Nothing was written." })
export class ProviderMaintenanceRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleProviderMaintenance", {
  implements: Problem,
  description: "Somebody else changed this window meanwhile. Nothing was written.",
})
export class StaleProviderMaintenanceType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("ProviderMaintenanceNotFound", {
  implements: Problem,
  description: "There is no window of this id. Nothing was written.",
})
export class ProviderMaintenanceNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const KeepProviderMaintenanceResult = createUnionType({
  name: "KeepProviderMaintenanceResult",
  types: () =>
    [
      ProviderMaintenanceKeptType,
      ProviderMaintenanceRefusedType,
      StaleProviderMaintenanceType,
      ProviderMaintenanceNotFoundType,
    ] as const,
});

const texts = {
  REFUSED: { zh: "没有任何更改。原因如下。", en: "Nothing was changed. The reasons are below." },
  OVER: {
    zh: "该维护时段已经结束或取消，无需再操作。",
    en: "This window has ended or was cancelled already; there is nothing to do.",
  },
  STALE: {
    zh: "这个维护时段在您打开之后已有更改：可能是其他管理员所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。请查看最新内容后再试。",
    en: "This window has been changed since you opened it: by another administrator, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at it as it is now, and try again.",
  },
  NOT_FOUND: { zh: "找不到这个维护时段。没有任何更改。", en: "There is no such window. Nothing was changed." },
} as const;

export function toPlanRefused(refusals: readonly MaintenanceRefusal[], locale: Locale): ProviderMaintenanceRefusedType {
  const reasons = refusals.map((code) => localised(maintenanceRefusalTexts[code], locale));
  return Object.assign(new ProviderMaintenanceRefusedType(), { message: localised(texts.REFUSED, locale), reasons });
}

export function toStopFailure(
  failure: StopMaintenanceFailure,
  locale: Locale,
): ProviderMaintenanceRefusedType | StaleProviderMaintenanceType | ProviderMaintenanceNotFoundType {
  const message = localised(texts[failure], locale);
  if (failure === "STALE") return Object.assign(new StaleProviderMaintenanceType(), { message });
  if (failure === "NOT_FOUND") return Object.assign(new ProviderMaintenanceNotFoundType(), { message });
  const refused = { message: localised(texts.REFUSED, locale), reasons: [message] };
  return Object.assign(new ProviderMaintenanceRefusedType(), refused);
}
