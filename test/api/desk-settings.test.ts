import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { pino } from "pino";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Day } from "../../server/kernel/day.ts";
import { dayIn } from "../../server/kernel/zoned-time.ts";
import { findSending } from "../../server/notices/queries/find-sending.ts";
import { openHouse } from "../../server/open-house.ts";
import type { DeskSettings } from "../../server/settings/domain/desk-settings.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { givenCase } from "../support/given-case.ts";
import { until } from "../support/until.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.close());

const first: DeskSettings = {
  ...{ nameZh: "退款服务", nameEn: "Refund desk", phone: null, email: null },
  ...{ currency: "CNY", timeZone: "Asia/Shanghai" },
};
const other: DeskSettings = {
  ...{ nameZh: "沪上退款中心", nameEn: "Hushang Refund Centre" },
  ...{ phone: "021-0555-0100", email: "desk@hushang.example", currency: "HKD", timeZone: "Asia/Shanghai" },
};

const CHANGE = `mutation ($input: ChangeDeskSettingsInput!) {
  answer: changeDeskSettings(input: $input) {
    __typename
    ... on DeskSettingsChanged { settings { nameEn version } }
    ... on DeskSettingsRefused { message reasons }
    ... on StaleDeskSettings { message }
  }
}`;

interface Answer {
  readonly __typename: string;
  readonly reasons?: readonly string[];
}

const stored = () => api.house.db.selectFrom("desk_settings").selectAll().executeTakeFirstOrThrow();
const events = () => api.house.db.selectFrom("desk_settings_event").selectAll().orderBy("version").execute();

async function change(to: DeskSettings, role: Parameters<TestApi["as"]>[0] = "ADMINISTRATOR", version?: number) {
  const input = { ...to, expectedVersion: version ?? (await stored()).version };
  const { data, errors } = await api.as(role).query<{ answer: Answer } | null>(CHANGE, { input });
  return { answer: data?.answer, code: errors[0]?.extensions?.code };
}

beforeEach(async () => {
  const { name_en, phone, currency, time_zone } = await stored();
  if (name_en !== first.nameEn || phone !== null || currency !== "CNY" || time_zone !== first.timeZone)
    await change(first);
});

describe("the desk's settings", () => {
  test("are what anybody is shown, in their language, from the moment on that they are changed", async () => {
    const found = await givenCase(api);
    expect((await change(other)).answer?.__typename).toBe("DeskSettingsChanged");
    const { data } = await api.asStranger().query("{ deskProfile { name phone email currency timeZone } }");
    expect(data).toEqual({
      deskProfile: {
        ...{ name: other.nameEn, phone: other.phone, email: other.email },
        ...{ currency: "HKD", timeZone: "Asia/Shanghai" },
      },
    });
    const page = await api.app.inject({ url: `/r/${found.token}?lang=zh-CN` });
    expect(page.body).toContain("<b>沪上退款中心</b>");
    expect(page.body).toContain('<a href="tel:02105550100">021-0555-0100</a>');
    expect(page.body).toContain('<a href="mailto:desk@hushang.example">');
  });

  test("stand below every e-mail, and in no short message", async () => {
    const customer = { name: "Wang", phone: "13800138000", email: "wang@example.com", locale: "en" } as const;
    const { caseId } = await givenCase(api, { customer });
    await change(other);
    const notices = await api.house.db
      .selectFrom("notice")
      .select(["id", "channel"])
      .where("case_id", "=", caseId)
      .where("audience", "=", "CUSTOMER")
      .execute();
    const sent = await Promise.all(
      notices.map(async ({ id, channel }) => [
        channel,
        (await findSending(api.house, "https://desk.example", id)).notice,
      ]),
    );
    const byChannel = Object.fromEntries(sent);
    expect(byChannel.EMAIL.body).toMatch(
      /\n\nHushang Refund Centre\nPhone 021-0555-0100 · E-mail desk@hushang\.example$/,
    );
    expect(byChannel.SMS.sms).not.toContain("Hushang");
  });

  test("stand at the head of a case's file", async () => {
    const found = await givenCase(api);
    await change(other);
    const { cookie } = api.as("SUPPORT_AGENT");
    const { rawPayload } = await api.app.inject({
      url: `/cases/${found.number}/file.pdf?lang=en`,
      headers: { cookie },
    });
    const task = getDocument({ data: new Uint8Array(rawPayload), useSystemFonts: false, verbosity: 0 });
    const { items } = await (await (await task.promise).getPage(1)).getTextContent();
    await task.destroy();
    const text = items.map((item) => ("str" in item ? item.str : "")).join(" ");
    expect(text).toContain("Hushang Refund Centre · 021-0555-0100 · desk@hushang.example");
    expect(text).toContain("China time");
  });

  test("are read anew by every other process", async () => {
    const { databaseUrl } = api;
    const there = await openHouse({
      ...{ databaseUrl, authSecret: "a secret of more than thirty-two characters", connections: 2 },
      ...{ works: false, log: pino({ level: "fatal" }), clock: api.clock },
    });
    try {
      expect((await there.settings.current()).nameEn).toBe(first.nameEn);
      await change(other);
      await until(
        "the new name",
        async () => (await there.settings.current()).nameEn,
        (it) => it === other.nameEn,
        5000,
      );
    } finally {
      await there.close();
    }
  });

  test("say which day it is at the desk: the same case was opened on another day elsewhere", async () => {
    const found = await givenCase(api);
    const { opened_at } = await api.house.db
      .selectFrom("cases")
      .select("opened_at")
      .where("id", "=", found.caseId)
      .executeTakeFirstOrThrow();
    const isListedOn = async (day: Day) => {
      const { data } = await api
        .as("SUPERVISOR")
        .query<{ cases: { edges: { node: { id: string } }[] } }>(
          "query ($day: Day!) { cases(first: 50, filter: { openedFrom: $day, openedUntil: $day }) { edges { node { id } } } }",
          { day },
        );
      return data.cases.edges.some(({ node }) => node.id === found.id);
    };
    // A day and an hour lie between the two, so they never agree on the day.
    for (const timeZone of ["Pacific/Kiritimati", "Pacific/Pago_Pago"]) {
      await change({ ...first, timeZone });
      const elsewhere = timeZone === "Pacific/Pago_Pago" ? "Pacific/Kiritimati" : "Pacific/Pago_Pago";
      expect(await isListedOn(dayIn(opened_at, timeZone))).toBe(true);
      expect(await isListedOn(dayIn(opened_at, elsewhere))).toBe(false);
    }
  });

  test("name whoever changed them, with what each was and is", async () => {
    const { answer } = await change({ ...first, phone: "95588", timeZone: "Asia/Tokyo" });
    expect(answer?.__typename).toBe("DeskSettingsChanged");
    const { version } = await stored();
    expect((await events()).at(-1)).toMatchObject({
      ...{ version, actor_id: api.as("ADMINISTRATOR").staffId },
      changes: [
        { field: "PHONE", before: null, after: "95588" },
        { field: "TIME_ZONE", before: "Asia/Shanghai", after: "Asia/Tokyo" },
      ],
    });
    const { data } = await api
      .as("ADMINISTRATOR")
      .query<{ deskSettings: { history: object[] } }>(
        "{ deskSettings { history { by { name } changes { field before after } } } }",
      );
    expect(data.deskSettings.history[0]).toEqual({
      by: { name: expect.stringContaining("ADMINISTRATOR") },
      changes: [
        { field: "PHONE", before: null, after: "95588" },
        { field: "TIME_ZONE", before: "Asia/Shanghai", after: "Asia/Tokyo" },
      ],
    });
  });

  test("are changed by one of two who look at the same version; the other is told", async () => {
    const { version } = await stored();
    const before = (await events()).length;
    const answers = await Promise.all([
      change(other, "ADMINISTRATOR", version),
      change({ ...first, phone: "95588" }, "ADMINISTRATOR", version),
    ]);
    expect(answers.map(({ answer }) => answer?.__typename).sort()).toEqual([
      "DeskSettingsChanged",
      "StaleDeskSettings",
    ]);
    expect((await stored()).version).toBe(version + 1);
    expect(await events()).toHaveLength(before + 1);
  });

  test("are refused with every reason at once, or to whoever may not, and nothing is written", async () => {
    const before = [await stored(), await events()];
    const { answer } = await change({
      nameZh: "",
      nameEn: "x",
      phone: "call",
      email: "x",
      currency: "XXX",
      timeZone: "Mars",
    });
    expect(answer).toMatchObject({ __typename: "DeskSettingsRefused", reasons: { length: 5 } });
    expect((await change(first)).answer?.reasons).toEqual(["All of it is so already; there is nothing to save."]);
    for (const role of ["SUPERVISOR", "COMPLIANCE_OFFICER", "SUPPORT_AGENT"] as const)
      expect((await change(other, role)).code).toBe("FORBIDDEN");
    expect([await stored(), await events()]).toEqual(before);
  });

  test("show what the environment fixed, and none of its secrets", async () => {
    const { data } = await api
      .as("ADMINISTRATOR")
      .query("{ deskSettings { environment { mail sms singleSignOn publicUrl sessionIdleMinutes } } }");
    expect(data).toEqual({
      deskSettings: {
        environment: {
          ...{ mail: false, sms: false, singleSignOn: null, publicUrl: "http://localhost", sessionIdleMinutes: 15 },
        },
      },
    });
    expect((await api.as("SUPERVISOR").query("{ deskSettings { version } }")).data).toEqual({ deskSettings: null });
  });
});
