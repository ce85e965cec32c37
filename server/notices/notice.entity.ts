import { defineEntity, p } from "@mikro-orm/core";
import type { EndpointEventKind } from "./domain/endpoint.ts";
import type { KeptFields } from "./domain/notice-fields.ts";
import type { NoticeLink } from "./domain/notice-to-write.ts";
import type {
  NoticeAnswer,
  NoticeAttemptAnswer,
  NoticeAudience,
  NoticeChannel,
  NoticeKind,
  NoticeState,
} from "./domain/words.ts";

/**
 * One notice to one reader over one channel, written in the transaction that causes it. It keeps plain facts: what somebody
 * wrote stays in its thread, and no token of a link is kept at all, since the desk's secret makes it again when the notice
 * is sent. The address goes once it is no longer needed; its mask stays.
 */
export const NoticeSchema = defineEntity({
  name: "Notice",
  tableName: "notice",
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<NoticeKind>(),
    audience: p.text().$type<NoticeAudience>(),
    channel: p.text().$type<NoticeChannel>(),
    caseId: p.uuid().nullable(),
    /** The event that caused it. */
    eventId: p.uuid().nullable(),
    merchantId: p.uuid().nullable(),
    institutionId: p.uuid().nullable(),
    staffId: p.uuid().nullable(),
    endpointId: p.uuid().nullable(),
    locale: p.text().$type<"zh-CN" | "en">(),
    fields: p.json<KeptFields>(),
    link: p.json<NoticeLink>().nullable(),
    address: p.text().nullable(),
    addressMasked: p.text().nullable(),
    /** Whoever asks for the same thing twice, e.g. a reminder's job that runs again, gives the same key. */
    writeKey: p.text().unique().nullable(),
    state: p.text().$type<NoticeState>(),
    attempts: p.integer().default(0),
    /** The version of the text it was sent with; null is the desk's own. */
    templateVersion: p.integer().nullable(),
    createdAt: p.datetime(3),
    /** When it is to be sent next. Long past while it waits: its job was lost, and a sweep asks again. */
    nextTryAt: p.datetime(3).nullable(),
    /** Somebody is sending it until then at the latest. */
    leasedUntil: p.datetime(3).nullable(),
    endedAt: p.datetime(3).nullable(),
    /** Kept with the row, so that what waits is found by an index. */
    asksAnswer: p.boolean().default(false),
    answer: p.text().$type<NoticeAnswer>().nullable(),
    /** What was queried of it; empty where the query is about something else. */
    queried: p.array().default([]),
    answeredAt: p.datetime(3).nullable(),
    /** Null where it was answered by the link. */
    answeredById: p.uuid().nullable(),
  },
});

export class Notice extends NoticeSchema.class {}
NoticeSchema.setClass(Notice);

/** One try to send a notice, for support to read. No address, no text. */
export const NoticeAttemptSchema = defineEntity({
  name: "NoticeAttempt",
  tableName: "notice_attempt",
  properties: {
    id: p.uuid().primary(),
    notice: () => p.manyToOne(Notice),
    at: p.datetime(3),
    /** SENDING until an answer came; it stays so where the desk was interrupted. */
    answer: p.text().$type<NoticeAttemptAnswer>(),
    /** The channel's own, e.g. an SMTP reply or an HTTP status. */
    code: p.text().nullable(),
    durationMs: p.integer().nullable(),
  },
});

export class NoticeAttempt extends NoticeAttemptSchema.class {}
NoticeAttemptSchema.setClass(NoticeAttempt);

/** A wording of the compliance officers in place of the desk's own. Versions are added, never changed; null texts go back to the desk's own. */
export const NoticeTemplateSchema = defineEntity({
  name: "NoticeTemplate",
  tableName: "notice_template",
  uniques: [{ properties: ["kind", "locale", "version"] }],
  properties: {
    id: p.uuid().primary(),
    kind: p.text().$type<NoticeKind>(),
    locale: p.text().$type<"zh-CN" | "en">(),
    version: p.integer(),
    subject: p.text().nullable(),
    body: p.text().nullable(),
    sms: p.text().nullable(),
    authorId: p.uuid(),
    createdAt: p.datetime(3),
  },
});

export class NoticeTemplate extends NoticeTemplateSchema.class {}
NoticeTemplateSchema.setClass(NoticeTemplate);

/** Where a merchant's, a bank's or a provider's own system hears of its notices. */
export const WebhookEndpointSchema = defineEntity({
  name: "WebhookEndpoint",
  tableName: "webhook_endpoint",
  properties: {
    id: p.uuid().primary(),
    audience: p.text().$type<"MERCHANT" | "BANK" | "PROVIDER">(),
    merchantId: p.uuid().nullable(),
    institutionId: p.uuid().nullable(),
    provider: p.text().nullable(),
    url: p.text(),
    /** Counts from one; the secret is derived from the endpoint's id and this, so that a copied database signs nothing. */
    secretVersion: p.integer().default(1),
    /** Until then what is sent carries the signatures of the secrets before as well; null while there is only one. */
    oldSecretUntil: p.datetime(3).nullable(),
    /** The oldest of them. */
    oldSecretFrom: p.integer().nullable(),
    version: p.integer().default(1),
    /** Null while it is in use. */
    disabledAt: p.datetime(3).nullable(),
    createdAt: p.datetime(3),
  },
});

export class WebhookEndpoint extends WebhookEndpointSchema.class {}
WebhookEndpointSchema.setClass(WebhookEndpoint);

/** What was done to an endpoint, and by whom; it is only ever added to. */
export const WebhookEndpointEventSchema = defineEntity({
  name: "WebhookEndpointEvent",
  tableName: "webhook_endpoint_event",
  properties: {
    id: p.uuid().primary(),
    endpoint: () => p.manyToOne(WebhookEndpoint),
    kind: p.text().$type<EndpointEventKind>(),
    actorId: p.uuid().nullable(),
    /** The address before and after, where that is what changed. */
    before: p.text().nullable(),
    after: p.text().nullable(),
    at: p.datetime(3),
  },
});

export class WebhookEndpointEvent extends WebhookEndpointEventSchema.class {}
WebhookEndpointEventSchema.setClass(WebhookEndpointEvent);
