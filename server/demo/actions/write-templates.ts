import { derivedId } from "../../platform/derived-id.ts";
import type { House } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import { saveTemplate } from "../../threads/actions/save-template.ts";
import { templateTexts } from "../texts/template-texts.ts";

/** The texts that the demo's supervisor has written for the desk. */
export async function writeTemplates(house: House, supervisor: Actor): Promise<void> {
  for (const text of templateTexts) {
    const key = derivedId("demo-template", text.nameEn);
    const saved = await saveTemplate(
      { ...house, actor: supervisor, locale: "zh-CN" },
      { ...text, id: null, key, seenVersion: null, active: true },
    );
    if (!saved.ok) throw new Error(`The template ${text.nameEn} was refused`);
  }
}
