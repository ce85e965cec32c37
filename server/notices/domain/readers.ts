import type { NoticeAudience, NoticeChannel } from "./words.ts";

/** Somebody who can read a notice, and by which ways. What is null is no way. */
export interface Reader {
  readonly locale: "zh-CN" | "en";
  readonly email: string | null;
  readonly phone: string | null;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  readonly staffId: string | null;
}

/** A system that hears of the notices of a merchant, a bank or a provider. */
export interface ReadingSystem {
  readonly endpointId: string;
  readonly url: string;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
}

/** All who read one notice. On the console a merchant or bank reads as one; by e-mail each of its people gets their own. */
export interface Readers {
  readonly console: readonly Reader[];
  readonly people: readonly Reader[];
  readonly systems: readonly ReadingSystem[];
}

/** One row of the outbox: a reader over a channel. Without an address there is nothing to send, and that is said. */
export interface Delivery {
  readonly channel: NoticeChannel;
  readonly locale: "zh-CN" | "en";
  readonly address: string | null;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  readonly staffId: string | null;
  readonly endpointId: string | null;
  readonly state: "WAITING" | "DELIVERED" | "SUPPRESSED";
}

/**
 * Who gets the notice over which channels. A customer whom no channel reaches leaves one row that says so; the channels
 * that somebody merely does not use leave none.
 */
export function deliveriesTo(
  audience: NoticeAudience,
  over: readonly NoticeChannel[],
  readers: Readers,
): readonly Delivery[] {
  const found = over.flatMap((channel) => deliveriesOver(channel, readers));
  const [channel] = over;
  if (found.length > 0 || audience !== "CUSTOMER" || channel === undefined) return found;
  const [reader] = readers.people;
  return reader === undefined ? [] : [{ ...delivery(reader), channel, address: null, state: "SUPPRESSED" }];
}

function deliveriesOver(channel: NoticeChannel, { console: readers, people, systems }: Readers): readonly Delivery[] {
  switch (channel) {
    case "CONSOLE":
      return readers.map((reader) => ({ ...delivery(reader), channel, address: null, state: "DELIVERED" }));
    case "EMAIL":
      return people.flatMap((reader) => (reader.email === null ? [] : [sent(reader, channel, reader.email)]));
    case "SMS":
      return people.flatMap((reader) => (reader.phone === null ? [] : [sent(reader, channel, reader.phone)]));
    case "WEBHOOK":
      return systems.map(({ endpointId, url, merchantId, institutionId }) => ({
        ...{ channel, locale: "en", address: url, merchantId, institutionId, staffId: null, endpointId },
        state: "WAITING",
      }));
  }
}

function sent(reader: Reader, channel: NoticeChannel, address: string): Delivery {
  return { ...delivery(reader), channel, address, state: "WAITING" };
}

function delivery({ locale, merchantId, institutionId, staffId }: Reader) {
  return { locale, merchantId, institutionId, staffId, endpointId: null };
}
