import { Arg, Ctx, ID, Mutation, Query, Resolver } from "type-graphql";
import { badInput } from "../graphql/cursor.ts";
import { freeText } from "../graphql/free-text.ts";
import { rowId } from "../graphql/ids.ts";
import type { RequestContext } from "../request-context.ts";
import { saveTemplate } from "./actions/save-template.ts";
import { fillTemplate } from "./domain/template-fields.ts";
import { SaveMessageTemplateResult, toSaveMessageTemplateResult } from "./message-template.result.ts";
import {
  FilledTemplateType,
  MessageTemplateType,
  SaveMessageTemplateInput,
  toMessageTemplate,
} from "./message-template.type.ts";
import { findTemplate, listTemplates } from "./queries/find-templates.ts";
import { findTemplateValues } from "./queries/template-values.ts";

const LONGEST_NAME = 80;
/** Made by no template, so that a garbled id is one that is not there. */
const noTemplate = "00000000-0000-7000-8000-000000000000";

@Resolver(() => MessageTemplateType)
export class MessageTemplateResolver {
  @Query(() => [MessageTemplateType], { description: "Texts that are written often, by their English name." })
  async messageTemplates(
    @Arg("retired", () => Boolean, { defaultValue: false, description: "True: also what is no longer offered." })
    retired: boolean,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly MessageTemplateType[]> {
    return (await listTemplates(ctx.db, retired)).map(toMessageTemplate);
  }

  @Query(() => FilledTemplateType, {
    nullable: true,
    description: "A template with a case's values in it; null when either is not there or not the viewer's to see.",
  })
  async filledTemplate(
    @Arg("templateId", () => ID) templateId: string,
    @Arg("caseId", () => ID) caseId: string,
    @Ctx() ctx: RequestContext,
  ): Promise<FilledTemplateType | null> {
    const template = await findTemplate(ctx.db, rowId(templateId, "MessageTemplate") ?? noTemplate);
    const row = rowId(caseId, "Case");
    const values = template === undefined || row === null ? null : await findTemplateValues(ctx, row);
    if (template === undefined || values === null) return null;
    return Object.assign(new FilledTemplateType(), {
      zh: fillTemplate(template.body_zh, values["zh-CN"]),
      en: fillTemplate(template.body_en, values.en),
    });
  }

  @Mutation(() => SaveMessageTemplateResult, {
    description: "Makes a template, changes it, or ends its being offered. For supervisors.",
  })
  async saveMessageTemplate(
    @Arg("input", () => SaveMessageTemplateInput) input: SaveMessageTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SaveMessageTemplateResult> {
    const { thread } = input;
    if (thread === "INTERNAL") throw badInput("`thread` must be CUSTOMER, MERCHANT or BANK.");
    const result = await saveTemplate(ctx, {
      id: input.id == null ? null : (rowId(input.id, "MessageTemplate") ?? noTemplate),
      key: input.idempotencyKey,
      seenVersion: input.seenVersion ?? null,
      thread,
      nameZh: freeText("nameZh", input.nameZh, LONGEST_NAME),
      nameEn: freeText("nameEn", input.nameEn, LONGEST_NAME),
      bodyZh: freeText("bodyZh", input.bodyZh),
      bodyEn: freeText("bodyEn", input.bodyEn),
      active: input.active,
    });
    return toSaveMessageTemplateResult(ctx, result);
  }
}
