import type { House } from "../../request-context.ts";
import { leaseNotice } from "../actions/lease-notice.ts";
import { recordTry } from "../actions/record-try.ts";
import type { Channels } from "../channels/channel.ts";
import { findSending } from "../queries/find-sending.ts";

/**
 * One try. It is written down before it is made: if this process dies meanwhile, the log says that a try had begun, and
 * another worker tries again under the same key.
 */
export async function sendNotice(
  house: House,
  channels: Channels,
  noticeId: string,
  signal: AbortSignal,
): Promise<void> {
  const leased = await leaseNotice(house, noticeId);
  if (leased === null) return;
  if (leased.channel === "CONSOLE") throw new Error(`Notice ${noticeId} is read on the console, and nothing sends it`);
  const { notice, templateVersion } = await findSending(house, channels.publicUrl, noticeId);
  const began = performance.now();
  const answered = await channels[leased.channel](notice, signal);
  const durationMs = Math.round(performance.now() - began);
  await recordTry(house, leased, { ...answered, endpoint: notice.endpoint, templateVersion, durationMs });
}
