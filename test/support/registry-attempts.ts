import { toGlobalId } from "../../server/kernel/ids.ts";
import type { SignedIn, TestApi } from "./api.ts";
import { nextYear, paperOf } from "./calendar-paper.ts";
import { givenInstitution, givenMerchant } from "./given-rows.ts";

interface Attempt {
  readonly client: SignedIn;
  readonly variables: Readonly<Record<string, unknown>>;
}

let named = 0;

/** Mutations on the registers, asked as they are when nothing is wrong; each on an entry of its own. */
export function registryAttempts(api: TestApi): Readonly<Record<string, () => Promise<Attempt>>> {
  const asked = (input: object): Attempt => ({ client: api.as("ADMINISTRATOR"), variables: { input } });
  const facts = { name: "Corner Shop", nameZh: "街角小店", categoryCode: "5499" };
  const merchant = async () => ({
    merchantId: toGlobalId("Merchant", await givenMerchant(api.house.db)),
    expectedVersion: 1,
    reason: "As agreed.",
  });
  async function withTerminal(more: readonly ("addTerminal" | "closeTerminal")[]) {
    const told = await merchant();
    let [terminalId, expectedVersion] = ["", 1];
    for (const verb of more) {
      const type = verb === "addTerminal" ? "AddTerminalInput" : "MoveTerminalInput";
      const { data } = await api
        .as("ADMINISTRATOR")
        .query<{ answer: { merchant: { version: number; terminals: { id: string }[] } } }>(
          `mutation ($input: ${type}!) { answer: ${verb}(input: $input) { ... on MerchantKept { merchant { version terminals { id } } } } }`,
          { input: { ...told, expectedVersion, ...(verb === "addTerminal" ? { number: "T-1" } : { terminalId }) } },
        );
      expectedVersion = data.answer.merchant.version;
      terminalId = data.answer.merchant.terminals[0]?.id ?? "";
    }
    return { ...told, expectedVersion, terminalId };
  }
  const calendarVersion = async () =>
    (await api.house.db.selectFrom("calendar").select("version").where("id", "=", "CN").executeTakeFirstOrThrow())
      .version;
  const freeDay = () => new Date(Date.UTC(2019, 2, 4 + 7 * ++named)).toISOString().slice(0, 10);
  const dayOff = async (day: string) => ({
    ...{ calendar: "CN", day, working: false, name: "A day off", nameZh: "放假", reason: "Notice 7." },
    expectedVersion: await calendarVersion(),
  });
  return {
    correctCalendarDay: async () => asked(await dayOff(freeDay())),
    withdrawCalendarDay: async () => {
      const day = freeDay();
      await api
        .as("ADMINISTRATOR")
        .query("mutation ($input: CorrectCalendarDayInput!) { correctCalendarDay(input: $input) { __typename } }", {
          input: await dayOff(day),
        });
      return asked({ calendar: "CN", day, reason: "A mistake.", expectedVersion: await calendarVersion() });
    },
    publishCalendarYear: async () =>
      asked({
        ...{ ...paperOf(await nextYear(api.house.db)), reason: "Notice 8." },
        expectedVersion: await calendarVersion(),
      }),
    addMerchant: async () => asked({ number: `NEW-${++named}`, ...facts }),
    changeMerchant: async () => asked({ ...(await merchant()), ...facts }),
    suspendMerchant: async () => asked(await merchant()),
    closeMerchant: async () => asked(await merchant()),
    reopenMerchant: async () => {
      const told = await merchant();
      await api
        .as("ADMINISTRATOR")
        .query("mutation ($input: MoveMerchantInput!) { closeMerchant(input: $input) { __typename } }", {
          input: told,
        });
      return asked({ ...told, expectedVersion: 2 });
    },
    addTerminal: async () => asked({ ...(await merchant()), number: "T-9" }),
    closeTerminal: async () => asked(await withTerminal(["addTerminal"])),
    reopenTerminal: async () => asked(await withTerminal(["addTerminal", "closeTerminal"])),
    addInstitution: async () => asked({ code: `BANK-${++named}`, name: "Lakeside Bank", nameZh: "湖畔银行" }),
    changeInstitution: async () =>
      asked({
        institutionId: toGlobalId("Institution", await givenInstitution(api.house.db)),
        ...{ expectedVersion: 1, name: "Lakeside Bank", nameZh: "湖畔银行", reason: "Renamed." },
      }),
  };
}
