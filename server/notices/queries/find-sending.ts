import type { House } from "../../request-context.ts";
import type { OutgoingNotice } from "../channels/channel.ts";
import { signingVersions } from "../domain/endpoint.ts";
import { peopleInWords } from "../domain/people-in-words.ts";
import { renderNotice } from "../domain/render-notice.ts";
import { signOff } from "../domain/sign-off.ts";
import { linksOf } from "../notice-links.ts";
import { colleagueNames } from "./colleague-names.ts";
import { findCurrentText } from "./find-texts.ts";

export interface Sending {
  readonly notice: OutgoingNotice;
  readonly templateVersion: number | null;
}

/** A notice as it goes out now, with its links and with what was written in the thread of its reader. */
export async function findSending(
  { db, signing, clock, settings }: Pick<House, "db" | "signing" | "clock" | "settings">,
  base: string,
  noticeId: string,
): Promise<Sending> {
  const row = await db
    .selectFrom("notice")
    .leftJoin("cases", "cases.id", "notice.case_id")
    .leftJoin("webhook_endpoint as endpoint", (join) =>
      join.onRef("endpoint.id", "=", "notice.endpoint_id").on("endpoint.disabled_at", "is", null),
    )
    .leftJoin("case_message as message", (join) =>
      join.onRef("message.event_id", "=", "notice.event_id").onRef("message.thread", "=", "notice.audience"),
    )
    .select([
      "notice.id",
      "notice.kind",
      "notice.channel",
      "notice.audience",
      "notice.address",
      "notice.locale",
      "notice.created_at",
      "notice.fields",
      "notice.link",
      "notice.case_id",
      "cases.number",
      "cases.link_key",
      "cases.link_hash",
      "endpoint.id as endpoint_id",
      "endpoint.url as endpoint_url",
      "endpoint.version as endpoint_version",
      "endpoint.secret_version",
      "endpoint.old_secret_from",
      "endpoint.old_secret_until",
      "message.body as message",
      colleagueNames.as("colleagues"),
    ])
    .where("notice.id", "=", noticeId)
    .executeTakeFirstOrThrow();
  const { id, kind, channel, audience, locale, fields, link, case_id: caseId, number } = row;
  const about =
    caseId === null || number === null ? null : { id: caseId, number, linkKey: row.link_key, linkHash: row.link_hash };
  const links = linksOf({ id, kind, link, case: about }, signing, base);
  const current = await findCurrentText(db, { kind, locale });
  const colleagues = peopleInWords(row.colleagues, locale);
  const ending = channel === "EMAIL" ? signOff(await settings.current(), audience, locale) : null;
  const endpoint =
    row.endpoint_id === null || row.endpoint_version === null || row.secret_version === null
      ? null
      : {
          ...{ id: row.endpoint_id, version: row.endpoint_version },
          secretVersions: signingVersions(
            {
              secretVersion: row.secret_version,
              oldSecretFrom: row.old_secret_from,
              oldSecretUntil: row.old_secret_until,
            },
            clock.now(),
          ),
        };
  return {
    templateVersion: current.version,
    notice: {
      ...{ id, kind, locale, fields, endpoint },
      ...links,
      ...renderNotice(current.text, fields, { colleagues, message: row.message, signOff: ending, ...links }, locale),
      // A system's address as it is now: it may have been changed while the notice was being written.
      address: row.endpoint_url ?? row.address ?? "",
      createdAt: row.created_at,
    },
  };
}
