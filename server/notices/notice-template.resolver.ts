import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from "type-graphql";
import { optionalText } from "../graphql/free-text.ts";
import type { RequestContext } from "../request-context.ts";
import { saveTemplate } from "./actions/save-template.ts";
import { checkText } from "./domain/check-text.ts";
import { exampleFilled, exampleOf, filledExampleOf } from "./domain/example-fields.ts";
import type { KeptFields } from "./domain/notice-fields.ts";
import { noticeRules } from "./domain/notice-rules.ts";
import type { NoticeText } from "./domain/notice-text.ts";
import { renderNotice } from "./domain/render-notice.ts";
import { signOff } from "./domain/sign-off.ts";
import { smsSize } from "./domain/sms-size.ts";
import { webhookBody } from "./domain/webhook-body.ts";
import type { NoticeKind } from "./domain/words.ts";
import { type NoticeTextInput, PreviewNoticeTemplateInput, SaveNoticeTemplateInput } from "./notice.input.ts";
import {
  NoticePreviewType,
  NoticeTemplateSavedType,
  PreviewNoticeTemplateResult,
  SaveNoticeTemplateResult,
  toRefused,
} from "./notice.result.ts";
import { NoticeTemplateType, NoticeTemplateVersionType, toTemplate, toVersion } from "./notice-template.type.ts";
import { NoticeKindEnum } from "./notice-words.type.ts";
import { exampleOfCase } from "./queries/example-of-case.ts";
import { listTemplates } from "./queries/list-templates.ts";
import { versionsOfText } from "./queries/versions-of-text.ts";

@Resolver(() => NoticeTemplateType)
export class NoticeTemplateResolver {
  @Query(() => [NoticeTemplateType], {
    description: "The wording of every notice in both languages, as it is sent now.",
  })
  async noticeTemplates(
    @Arg("kind", () => NoticeKindEnum, { nullable: true, description: "Of all kinds when left out." })
    kind: NoticeKind | null,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly NoticeTemplateType[]> {
    return (await listTemplates(ctx.db, kind == null ? undefined : [kind])).map(toTemplate);
  }

  @FieldResolver(() => [NoticeTemplateVersionType], { description: "Every saving, the latest first." })
  async versions(
    @Root() { kind, locale }: NoticeTemplateType,
    @Ctx() ctx: RequestContext,
  ): Promise<readonly NoticeTemplateVersionType[]> {
    return (await ctx.loaders.load(versionsOfText, `${kind} ${locale}`)).map(toVersion);
  }

  @Mutation(() => PreviewNoticeTemplateResult, {
    description: "Shows a wording filled in with examples. It stores nothing.",
  })
  async previewNoticeTemplate(
    @Arg("input", () => PreviewNoticeTemplateInput) { kind, locale, text, caseNumber }: PreviewNoticeTemplateInput,
    @Ctx() ctx: RequestContext,
  ): Promise<typeof PreviewNoticeTemplateResult> {
    const wording = toText(text);
    const problems = checkText(kind, wording);
    if (problems.length > 0) return toRefused(problems, ctx.locale);
    const number = optionalText("caseNumber", caseNumber ?? "", 40);
    const example =
      number === null ? { fields: exampleOf(kind), message: null } : await exampleOfCase(ctx, kind, number);
    if (example === null) return toRefused([{ code: "CASE_NOT_FOUND" }], ctx.locale);
    const { to, over } = noticeRules[kind];
    const ending = over.includes("EMAIL") ? signOff(await ctx.settings.current(), to, locale) : null;
    const filled = filledExampleOf(kind, locale);
    const message = example.message ?? filled.message;
    const shown = renderNotice(wording, example.fields, { ...filled, message, signOff: ending }, locale);
    return Object.assign(new NoticePreviewType(), {
      text: shown,
      smsSize: shown.sms === null ? null : smsSize(shown.sms),
      webhook: webhookExample(kind, example.fields, ctx.clock.now()),
    });
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

/** What systems would be sent; null where none hears of it. */
function webhookExample(kind: NoticeKind, fields: KeptFields, createdAt: Date): string | null {
  if (!noticeRules[kind].over.includes("WEBHOOK")) return null;
  const { link, answerLink } = exampleFilled.en;
  const links = { link, answerLink: noticeRules[kind].asksAnswer ? answerLink : null };
  return JSON.stringify(webhookBody({ kind, createdAt, fields, ...links }), null, 2);
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
