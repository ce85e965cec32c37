import { createUnionType, Field, ObjectType } from "type-graphql";
import { localised } from "../graphql/locale.ts";
import { Problem } from "../graphql/problem.type.ts";
import type { Locale } from "../request-context.ts";
import type { SettingsFailure } from "./actions/change-settings.ts";
import { settingRefusalTexts } from "./domain/settings-refusal-text.ts";
import { DeskSettingsType } from "./settings.type.ts";

@ObjectType("DeskSettingsChanged", { description: "They hold at every server, and the history says by whom." })
export class DeskSettingsChangedType {
  @Field(() => DeskSettingsType)
  settings!: DeskSettingsType;
}

@ObjectType("DeskSettingsRefused", { implements: Problem, description: "Nothing was written." })
export class DeskSettingsRefusedType extends Problem {
  @Field(() => String)
  declare message: string;

  @Field(() => [String], { description: "Every reason against it, in the reader's language." })
  reasons!: readonly string[];
}

@ObjectType("StaleDeskSettings", {
  implements: Problem,
  description: "Somebody else changed the settings meanwhile. Nothing was written.",
})
export class StaleDeskSettingsType extends Problem {
  @Field(() => String)
  declare message: string;
}

export const ChangeDeskSettingsResult = createUnionType({
  name: "ChangeDeskSettingsResult",
  types: () => [DeskSettingsChangedType, DeskSettingsRefusedType, StaleDeskSettingsType] as const,
});

const texts = {
  REFUSED: { zh: "没有任何更改。原因如下。", en: "Nothing was changed. The reasons are below." },
  STALE: {
    zh: "设置在您打开之后已有更改：可能是其他管理员所为，也可能是您先前的操作已经生效，只是没有收到答复。本次操作没有生效。请查看最新内容后再试。",
    en: "The settings have been changed since you opened them: by another administrator, or by a press of your own whose answer did not arrive. Nothing of this press was saved. Look at them as they are now, and try again.",
  },
} as const;

export function toSettingsFailure(
  failure: SettingsFailure,
  locale: Locale,
): DeskSettingsRefusedType | StaleDeskSettingsType {
  const message = localised(texts[failure.kind], locale);
  if (failure.kind === "STALE") return Object.assign(new StaleDeskSettingsType(), { message });
  const reasons = failure.reasons.map((code) => localised(settingRefusalTexts[code], locale));
  return Object.assign(new DeskSettingsRefusedType(), { message, reasons });
}
