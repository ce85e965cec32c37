import { request } from "node:http";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { fileLimits } from "../../server/evidence/domain/file-limits.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { startTestApi, type TestApi } from "../support/api.ts";
import { newCase } from "../support/case-stages.ts";
import { aPng } from "../support/files.ts";
import type { GivenCase } from "../support/given-case.ts";
import { until } from "../support/until.ts";
import { countRows, tablesWith } from "../support/what-is-stored.ts";

let api: TestApi;
let port: number;
beforeAll(async () => {
  api = await startTestApi();
  port = Number(new URL(await api.app.listen({ host: "127.0.0.1", port: 0 })).port);
});
afterAll(() => api.close());

const junk = Buffer.from([0xff, 0xfe, 0x00, 0x80, 0xc3, 0x28, 0xed, 0xa0, 0x80, 0x0a, 0x22]);
const deep = "[".repeat(50_000) + "]".repeat(50_000);
const bodies: readonly (readonly [string, string | Buffer])[] = [
  ["nothing", ""],
  ["half of JSON", "{"],
  ["an empty object", "{}"],
  ["a list", "[]"],
  ["null", "null"],
  ["a number", "1"],
  ["a text", '"x"'],
  ["no text at all", junk],
  ["NUL", "\0"],
  ["a prototype", '{"__proto__":{"x":1},"constructor":{"prototype":{"x":1}}}'],
  ["depth without end", deep],
];
const types = [
  "application/json",
  "application/json; charset=utf-16",
  "text/plain",
  "application/x-www-form-urlencoded",
  "multipart/form-data",
  "multipart/form-data; boundary=x",
  "application/octet-stream",
  "x",
  "",
];

interface Answer {
  readonly status: number;
  readonly body: string;
}

type Headers = Readonly<Record<string, string>>;
type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE" | "HEAD";

async function send(method: Method, url: string, body: string | Buffer | null, headers: Headers = {}): Promise<Answer> {
  const payload = body === null ? {} : { payload: body };
  const response = await api.app.inject({ method, url, headers: { ...headers }, ...payload });
  return { status: response.statusCode, body: response.body };
}

/** Whose mistake it is: the caller's, whatever the words. */
function isRefused({ status, body }: Answer, shown: string): void {
  expect(status, `${shown}: ${body.slice(0, 300)}`).toBeGreaterThanOrEqual(400);
  expect(status, `${shown}: ${body.slice(0, 300)}`).toBeLessThan(500);
}

async function leavesNothing(run: () => Promise<void>): Promise<void> {
  const before = await countRows(api.house.db);
  await run();
  expect(await countRows(api.house.db)).toEqual(before);
}

describe.each(bodies)("%s as a body", (what, body) => {
  test("is refused by the API, and by log-in on every path, whatever it is called", async () => {
    const cookie = { cookie: api.as("SUPERVISOR").cookie };
    await leavesNothing(async () => {
      for (const type of types) {
        const headers: Headers = type === "" ? cookie : { ...cookie, "content-type": type };
        isRefused(await send("POST", "/graphql", body, headers), `${what} as ${type}`);
        const stream = await send("POST", "/graphql/stream", body, { ...headers, accept: "text/event-stream" });
        isRefused(stream, `${what} as ${type}`);
        const fromThePage = { "content-type": type || "x", origin: api.login.publicUrl };
        for (const path of needsBody) isRefused(await send("POST", path, body, fromThePage), path);
      }
    });
  });

  test("ends nobody's session and is no file of the desk's", async () => {
    const origin = api.login.publicUrl;
    const headers = { cookie: api.as("SUPERVISOR").cookie, origin, "content-type": "application/json" };
    for (const path of revokesNothing) isRefused(await send("POST", path, body, headers), path);
    for (const type of types.filter((one) => one.startsWith("multipart")))
      isRefused(await send("POST", "/imports/settlement", body, { ...headers, "content-type": type }), type);
    isRefused(await send("POST", "/imports/nonsense", body, headers), "an import of nothing");
    isRefused(await send("POST", "/imports/settlement", body), "a stranger's import");
    expect(
      (await api.as("SUPERVISOR").query<{ viewer: object | null }>("{ viewer { id } }")).data.viewer,
    ).not.toBeNull();
  });
});

/** Paths of log-in that do nothing without a proper body, and what each reads of it. */
const fieldsOf: Readonly<Record<string, readonly string[]>> = {
  "/api/auth/sign-in/email": ["email", "password", "callbackURL"],
  "/api/auth/sign-in/social": ["provider", "token", "callbackURL"],
  "/api/auth/change-password": ["currentPassword", "newPassword"],
  "/api/auth/revoke-session": ["token"],
  "/api/auth/two-factor/enable": ["password"],
  "/api/auth/two-factor/disable": ["password"],
  "/api/auth/two-factor/verify-totp": ["code"],
  "/api/auth/two-factor/verify-backup-code": ["code"],
  "/api/auth/two-factor/generate-backup-codes": ["password"],
};
const needsBody = Object.keys(fieldsOf);
const revokesNothing = needsBody.filter((path) => !path.includes("sign-in"));

describe("log-in", () => {
  const values: readonly unknown[] = [
    "",
    "x",
    "\0",
    "\ud800",
    "\u202E@x.test",
    "长".repeat(4_000),
    1,
    null,
    true,
    [],
    {},
  ];

  test("a name and a pass phrase of any kind let nobody in, and are no mistake of ours", async () => {
    const good = { email: "a@desk.test", password: "x".repeat(20), code: "123456", provider: "oidc", token: "x" };
    const headers = { "content-type": "application/json", origin: api.login.publicUrl };
    for (const [path, fields] of Object.entries(fieldsOf)) {
      for (const field of [...fields, "whatItDoesNotRead"]) {
        for (const value of values) {
          const body = JSON.stringify({ ...good, [field]: value });
          isRefused(await send("POST", path, body, headers), `${path} ${body.slice(0, 200)}`);
        }
      }
    }
  });

  test("too much of a body is refused", async () => {
    const body = JSON.stringify({ email: "a@desk.test", password: "x".repeat(20_000) });
    const { status } = await send("POST", "/api/auth/sign-in/email", body, { "content-type": "application/json" });
    expect(status).toBe(413);
  });

  test("what it does not have is not there, by any method", async () => {
    const paths = [
      "/api/auth",
      "/api/auth/",
      "/api/auth/sign-up/email",
      "/api/auth/../graphql",
      "/api/auth/%00",
      "/api/auth/%",
    ];
    for (const path of [...paths, "/api/auth/callback/oidc", "/api/auth/callback/oidc?code=%00&state=x"])
      for (const method of ["PUT", "PATCH", "DELETE", "POST"] as const)
        isRefused(await send(method, path, null), `${method} ${path}`);
    const callback = await send("GET", "/api/auth/callback/oidc?code=%00&state=%ff", null);
    expect(callback.status).toBeLessThan(500);
  });

  test("cookies and keys that nobody gave out are nobody's", async () => {
    const forged: readonly Headers[] = [
      { cookie: "redress.session_token=x" },
      { cookie: `redress.session_token=${"x".repeat(4_000)}` },
      { cookie: "redress.session_token=%00; redress.session_token=%ff" },
      { cookie: "redress.session_token=x.y; =; ;;" },
      { authorization: "Bearer" },
      { authorization: "Bearer \u00ff" },
      { authorization: `Bearer ${"x".repeat(4_000)}` },
      { authorization: "Basic eDp5" },
      { "x-case-token": "" },
      { "x-case-token": "x".repeat(4_000) },
      { "accept-language": `${"zh;q=0.1,".repeat(500)}x` },
      { "accept-language": "*;q=NaN" },
    ];
    for (const headers of forged) {
      const asked = JSON.stringify({ query: "{ viewer { id } }" });
      const told = await send("POST", "/graphql", asked, { ...headers, "content-type": "application/json" });
      expect(told, JSON.stringify(headers).slice(0, 100)).toMatchObject({
        status: 200,
        body: '{"data":{"viewer":null}}\n',
      });
    }
  });
});

describe("the API", () => {
  test("a document of 300 kB is refused before it is read", async () => {
    const { status } = await send("POST", "/graphql", JSON.stringify({ query: "{".repeat(300_000) }), {
      "content-type": "application/json",
    });
    expect(status).toBe(413);
  });

  test("several in one request, and questions in the address, are answered or refused", async () => {
    const json = { "content-type": "application/json" };
    isRefused(await send("POST", "/graphql", '[{"query":"{ viewer { id } }"}]', json), "a batch");
    const addresses = [
      "",
      "?query=",
      "?query=%00",
      "?query=%",
      "?query={viewer{id}}&variables=x",
      "?variables[a]=1",
      "?query=a&query=b",
    ];
    for (const address of addresses) {
      const { status } = await send("GET", `/graphql${address}`, null, { "apollo-require-preflight": "1" });
      expect(status, address).toBeLessThan(500);
      expect(
        (await send("GET", `/graphql/stream${address}`, null, { accept: "text/event-stream" })).status,
        address,
      ).toBeLessThan(500);
    }
    for (const method of ["PUT", "PATCH", "DELETE"] as const)
      isRefused(await send(method, "/graphql", "{}", json), method);
    const extensions = [
      "x",
      1,
      [],
      { persistedQuery: 1 },
      { persistedQuery: { sha256Hash: "\0" } },
      { persistedQuery: { version: "x", sha256Hash: {} } },
    ];
    for (const extension of extensions) {
      const { status } = await send("POST", "/graphql", JSON.stringify({ extensions: extension }), json);
      expect(status, JSON.stringify(extension)).toBeLessThan(500);
    }
  });

  test("a stream about no case, or about one that is not theirs, tells nothing and is no mistake of ours", async () => {
    const { id } = await newCase(api);
    const headers = { accept: "text/event-stream", "content-type": "application/json" };
    const named = ["", "x", "\\u0000", "\0", "\ud800", toGlobalId("Case", newId()), id];
    await Promise.all(
      named.map(async (one) => {
        const body = JSON.stringify({ query: `subscription { caseChanged(id: ${JSON.stringify(one)}) { id } }` });
        const leave = new AbortController();
        const options = { method: "POST", headers, body, signal: leave.signal };
        const response = await fetch(`http://127.0.0.1:${port}/graphql/stream`, options);
        expect(response.status, one).toBeLessThan(500);
        // Some streams end by themselves, others wait for something to tell.
        setTimeout(() => leave.abort(), 1_000);
        const told = await response.text().catch((error: unknown) => String(error));
        expect(told, one).not.toMatch(/INTERNAL_SERVER_ERROR|"id"/);
      }),
    );
  });
});

describe("a file for a case", () => {
  let found: GivenCase;
  beforeEach(async () => {
    found = await newCase(api);
  });

  async function urlFor(fileName: string): Promise<string> {
    const document = `mutation ($input: RequestEvidenceUploadInput!) { requestEvidenceUpload(input: $input) { ... on EvidenceUpload { url } } }`;
    const input = { caseId: found.id, kind: "RECEIPT", fileName, bytes: 100 };
    const { data } = await api
      .asCustomer(found.token)
      .query<{ requestEvidenceUpload: { url: string } }>(document, { input });
    return data.requestEvidenceUpload.url;
  }

  test("on a ticket that nobody gave out is refused", async () => {
    const tickets = ["x", "%00", "%", "%ff", "..%2f..%2fetc", "x".repeat(5_000), "𠮷", "'", newId(), "a/b", ""];
    await leavesNothing(async () => {
      for (const ticket of tickets) {
        isRefused(await send("POST", `/evidence/${ticket}`, aPng(), { "content-type": "image/png" }), ticket);
        isRefused(await send("GET", `/evidence/${ticket}`, null), ticket);
        isRefused(
          await send("GET", `/evidence/${ticket}?preview=%00`, null, { cookie: api.as("SUPERVISOR").cookie }),
          ticket,
        );
      }
    });
  });

  test.each([
    ...bodies,
    ["a form", Buffer.from('--x\r\ncontent-disposition: form-data; name="a"\r\n\r\nb\r\n--x--')] as const,
  ])("%s is no file, whatever it is called", async (_what, body) => {
    const before = await countRows(api.house.db);
    for (const type of types) {
      const url = await urlFor("slip.png");
      isRefused(await send("POST", url, body, type === "" ? {} : { "content-type": type }), type);
    }
    const { "public.evidence_ticket": _tickets, ...rest } = await countRows(api.house.db);
    expect(before).toMatchObject(rest);
  });

  test("that is too large is refused", async () => {
    const large = Buffer.alloc(fileLimits.bytes + 1, 1);
    const { status } = await send("POST", await urlFor("slip.png"), large, { "content-type": "image/png" });
    expect(status).toBe(413);
  });

  test("whose sender goes away in the middle leaves what arrived under its ticket and nothing else, and the desk answers", async () => {
    const url = await urlFor("slip.png");
    const before = await countRows(api.house.db);
    const sent = Buffer.alloc(1.5 * 1024 * 1024, "half of it");
    const sending = request({
      port,
      host: "127.0.0.1",
      method: "POST",
      path: url,
      headers: { "content-length": String(2 * sent.length) },
    });
    const isCutOff = new Promise((resolve) => sending.on("error", resolve));
    sending.write(sent);
    const keptNow = async () => {
      const parts = await api.house.db.selectFrom("evidence_part").select("content").orderBy("part_at").execute();
      return Buffer.concat(parts.map(({ content }) => content));
    };
    // It is being read by then: a sender who is gone before that has sent nothing.
    await until("a first part of it is kept", keptNow, ({ length }) => length > 0, 20_000);
    sending.destroy();
    await isCutOff;
    expect((await send("GET", "/readyz", null)).status).toBe(200);
    // How much of what was on its way then arrives is the network's.
    const kept = await keptNow();
    expect(kept.equals(sent.subarray(0, kept.length))).toBe(true);
    const { "public.evidence_part": _parts, ...rest } = await countRows(api.house.db);
    expect(before).toMatchObject(rest);
  });

  test("keeps no card's number in its name", async () => {
    for (const name of ["4111 1111 1111 1111.png", "4111111111111111", "slip 4111-1111-1111-1111 cvv 987.png"]) {
      const { status } = await send("POST", await urlFor(name), aPng({ shade: name.length }), {
        "content-type": "image/png",
      });
      expect(status).toBe(201);
    }
    const files = await api.house.db
      .selectFrom("evidence")
      .select("file_name")
      .where("case_id", "=", found.caseId)
      .execute();
    expect(files).toHaveLength(3);
    expect(await tablesWith(api.house.db, ["4111 1111 1111 1111", "4111111111111111", "4111-1111-1111-1111"])).toEqual(
      [],
    );
  });
});

describe("an import", () => {
  const names = [
    "",
    "x",
    "%",
    "%00",
    "%ff%fe",
    "%E2%80%AEgnp.exe",
    "..%2f..%2fetc%2fpasswd",
    "4111 1111 1111 1111.csv",
    "长".repeat(10),
  ];

  test("of anything at all is taken as a file or refused, whatever it is called, and its name shows no card", async () => {
    const headers = { cookie: api.as("SUPERVISOR").cookie, "content-type": "text/csv" };
    for (const [what, body] of bodies)
      for (const name of names) {
        const named = { ...headers, "x-file-name": /^[\x20-\x7e]*$/.test(name) ? name : encodeURIComponent(name) };
        const { status, body: told } = await send("POST", "/imports/settlement", body, named);
        expect(status, `${what} called ${name}: ${told}`).toBeLessThan(500);
      }
    expect(await tablesWith(api.house.db, ["4111 1111 1111 1111"])).toEqual([]);
  });

  test("that is too large is refused, and nothing of it is kept", async () => {
    const chunks = () => api.house.db.selectFrom("import_chunk").select("run_id").execute();
    const before = await chunks();
    const headers = { cookie: api.as("SUPERVISOR").cookie, "content-type": "text/csv" };
    const { status } = await send("POST", "/imports/bank-disputes", Buffer.alloc(5 * 1024 ** 2, "x"), headers);
    expect(status).toBe(413);
    expect(await chunks()).toHaveLength(before.length);
  });

  test("a report of errors that is nobody's is not there", async () => {
    const headers = { cookie: api.as("SUPERVISOR").cookie };
    for (const id of [
      "x",
      "%00",
      "%",
      "%ff",
      "𠮷",
      "x".repeat(5_000),
      newId(),
      toGlobalId("Case", newId()),
      toGlobalId("ImportRun", newId()),
    ])
      isRefused(await send("GET", `/imports/${encodeURI(id).replaceAll("%25", "%")}/errors.csv`, null, headers), id);
  });
});

test.each(["/policy/%00", "/policy/default?version=%00", "/verify/%00", "/n/%00", "/r/%00", "/exports/%00/file.csv"])(
  "an address that holds a NUL, as %s, is the caller's mistake",
  async (address) => {
    expect((await send("GET", address, null)).status).toBeLessThan(500);
  },
);

test("after all of it the desk answers", async () => {
  expect((await send("GET", "/readyz", null)).status).toBe(200);
});
