import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { optionalText } from "../graphql/free-text.ts";
import type { RequestContext } from "../request-context.ts";
import { saveTemplate } from "./actions/save-template.ts";
import { checkText } from "./domain/check-text.ts";
import { exampleFields, exampleFilled } from "./domain/example-fields.ts";
import type { NoticeText } from "./domain/notice-text.ts";
import { renderNotice } from "./domain/render-notice.ts";
import { type NoticeTextInput, PreviewNoticeTemplateInput, SaveNoticeTemplateInput } from "./notice.input.ts";
import {
  NoticePreviewType,
  NoticeTemplateSavedType,
  PreviewNoticeTemplateResult,
  SaveNoticeTemplateResult,
  toRefused,
} from "./notice.result.ts";
import { NoticeTemplateType, toTemplate } from "./notice-template.type.ts";
import { listTemplates } from "./queries/list-templates.ts";

@Resolver()
export class NoticeTemplateResolver {
  @Query(() => [NoticeTemplateType], {
    description: "The wording of every notice in both languages, as it is sent now.",
  })
  async noticeTemplates(@Ctx() ctx: RequestContext): Promise<readonly NoticeTemplateType[]> {
    return (await listTemplates(ctx.db)).map(toTemplate);
  }

  @Mutation(() => PreviewNoticeTemplateResult, {
    description: "Shows a wording filled in with examples. It stores nothing.",
  })
  previewNoticeTemplate(
    @Arg("input", () => PreviewNoticeTemplateInput) { kind, locale, text }: PreviewNoticeTemplateInput,
    @Ctx() ctx: RequestContext,
  ): typeof PreviewNoticeTemplateResult {
    const wording = toText(text);
    const problems = checkText(kind, wording);
    if (problems.length > 0) return toRefused(problems, ctx.locale);
    const shown = renderNotice(wording, exampleFields, exampleFilled[locale], locale);
    return Object.assign(new NoticePreviewType(), { text: shown });
  }

  @Mutation(() => SaveNoticeTemplateResult, {
    description: "Adds a version of a wording; notices are sent with it from then on.",
  })
  async saveNoticeTemplate(
    @Arg("input", () => SaveNoticeTemplateInput) { kind, locale, expectedVersion, text }: SaveNoticeTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof SaveNoticeTemplateResult> {
    const saved = await saveTemplate(ctx, { kind, locale, expectedVersion, text: text == null ? null : toText(text) });
    if (!saved.ok) return toRefused(saved.error, ctx.locale);
    return Object.assign(new NoticeTemplateSavedType(), { template: toTemplate(saved.value) });
  }
}

/** Far above what any part may have, which the rules say by its name. */
const longest = 20_000;

function toText({ subject, body, sms }: NoticeTextInput): NoticeText {
  const clean = (field: string, text: string) => optionalText(field, text, longest) ?? "";
  return {
    subject: clean("text.subject", subject),
    body: clean("text.body", body),
    sms: sms == null ? null : clean("text.sms", sms),
  };
}
