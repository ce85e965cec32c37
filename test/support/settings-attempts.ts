import type { SignedIn, TestApi } from "./api.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

let named = 0;

/** The desk's settings, changed as when nothing is wrong; each time to another name, since the same would change nothing. */
export function settingsAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  return {
    async changeDeskSettings() {
      const { version } = await api.house.settings.current();
      const names = { nameZh: `退款中心${++named}`, nameEn: `Refund Centre ${named}` };
      const ways = { phone: "021-0555-0100", email: "desk@redress.test" };
      const input = { expectedVersion: version, ...names, ...ways, currency: "CNY", timeZone: "Asia/Shanghai" };
      return { client: api.as("ADMINISTRATOR"), variables: { input } };
    },
  };
}
