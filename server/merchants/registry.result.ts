import { createUnionType, Field, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { RegistryFailure } from "./actions/change-merchant.ts";
import { registryRefusalText } from "./domain/registry-refusal-text.ts";
import { InstitutionType } from "./institution.type.ts";
import { MerchantType } from "./merchant.type.ts";

@ObjectType("MerchantKept", { description: "It is done, and its history says by whom." })
export class MerchantKeptType {
  @Field(() => MerchantType)
  merchant!: MerchantType;
}

@ObjectType("InstitutionKept", { description: "It is done, and its history says by whom." })
export class InstitutionKeptType {
  @Field(() => InstitutionType)
  institution!: InstitutionType;
}

@ObjectType("RegistryRefused", { implements: Problem, description: "Nothing was written." })
export class RegistryRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleRegistryEntry", {
  implements: Problem,
  description: "Somebody else changed this entry meanwhile. Nothing was written.",
})
export class StaleRegistryEntryType extends Problem {
  @Field(() => String)
  declare message: string;
}

@ObjectType("RegistryEntryNotFound", {
  implements: Problem,
  description: "There is no entry of this id. Nothing was written.",
})
export class RegistryEntryNotFoundType extends Problem {
  @Field(() => String)
  declare message: string;
}

const failures = [RegistryRefusedType, StaleRegistryEntryType, RegistryEntryNotFoundType] as const;

export const KeepMerchantResult = createUnionType({
  name: "KeepMerchantResult",
  types: () => [MerchantKeptType, ...failures] as const,
});

export const KeepInstitutionResult = createUnionType({
  name: "KeepInstitutionResult",
  types: () => [InstitutionKeptType, ...failures] as const,
});

const texts = {
  REFUSED: { zh: "没有任何更改。原因如下。", en: "Nothing was changed. The reasons are below." },
  STALE: {
    zh: "这一条在您打开之后已有更改：可能是其他管理员所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。请查看最新内容后再试。",
    en: "This entry has been changed since you opened it: by another administrator, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at it as it is now, and try again.",
  },
  NOT_FOUND: { zh: "找不到这一条。没有任何更改。", en: "There is no such entry. Nothing was changed." },
} as const;

export function toRegistryFailure(
  failure: RegistryFailure,
  locale: Locale,
): RegistryRefusedType | StaleRegistryEntryType | RegistryEntryNotFoundType {
  const message = localised(texts[failure.kind], locale);
  if (failure.kind === "STALE") return Object.assign(new StaleRegistryEntryType(), { message });
  if (failure.kind === "NOT_FOUND") return Object.assign(new RegistryEntryNotFoundType(), { message });
  const reasons = failure.reasons.map((reason) => localised(registryRefusalText(reason), locale));
  return Object.assign(new RegistryRefusedType(), { message, reasons });
}
