import type { Db } from "../../platform/database/database.ts";
import type { House } from "../../request-context.ts";
import { rolesThatMay } from "../../staff/queries/find-staff.ts";
import type { SentEndpoint } from "../channels/channel.ts";
import { maskAddress } from "../domain/mask-address.ts";
import { writeEndpointEvent } from "./write-endpoint-event.ts";
import { writeNotice } from "./write-notice.ts";

/**
 * Pauses an endpoint whose address wants nothing more, and tells whoever keeps endpoints. One that was changed or resumed
 * since it was sent to is left as somebody has just made it.
 */
export async function pauseGoneEndpoint(
  db: Db,
  house: Pick<House, "clock" | "jobs">,
  { id, version }: SentEndpoint,
): Promise<void> {
  const at = house.clock.now();
  const paused = await db
    .updateTable("webhook_endpoint")
    .set((eb) => ({ disabled_at: at, version: eb("version", "+", 1) }))
    .where("id", "=", id)
    .where("version", "=", version)
    .where("disabled_at", "is", null)
    .returning("url")
    .executeTakeFirst();
  if (paused === undefined) return;
  await writeEndpointEvent(db, { endpointId: id, kind: "GONE", actorId: null, after: paused.url, at });
  for (const staffId of await whoKeepsEndpoints(db))
    await writeNotice(db, house, {
      kind: "ENDPOINT_GONE",
      reader: { staffId },
      fields: { endpoint: maskAddress(paused.url) },
      link: { path: "/webhooks" },
      writeKey: `endpoint gone ${id} ${version} ${staffId}`,
    });
}

async function whoKeepsEndpoints(db: Db): Promise<readonly string[]> {
  const rows = await db
    .selectFrom("staff")
    .select("id")
    .where("active", "=", true)
    .where("role", "in", rolesThatMay(db, ["registry.manage"]))
    .orderBy("id")
    .execute();
  return rows.map(({ id }) => id);
}
