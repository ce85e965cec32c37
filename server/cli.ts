import { createInterface } from "node:readline/promises";
import { text } from "node:stream/consumers";
import { verifyEverything } from "./audit/actions/verify-everything.ts";
import { replayDecisions } from "./cases/queries/replay-decisions.ts";
import { importFile, type NamedSource } from "./disputes/actions/import-file.ts";
import { newId } from "./kernel/ids.ts";
import { migrateAll } from "./migrate-all.ts";
import { type OpenHouse, openHouse } from "./open-house.ts";
import type { ReadyConfig } from "./platform/config.ts";
import { openPath } from "./platform/csv/open-path.ts";
import { openLog } from "./platform/log.ts";
import { openLogin } from "./platform/login/login.ts";
import { passwordLength } from "./platform/login/login-settings.ts";
import { isOneOf } from "./platform/one-of.ts";
import { publishDefaultPolicy } from "./policies/actions/publish-default-policy.ts";
import { addStaff } from "./staff/actions/add-staff.ts";
import { createApiKey } from "./staff/actions/create-api-key.ts";
import { keyRefusalText } from "./staff/domain/key-refusal-text.ts";
import { permissions } from "./staff/domain/permissions.ts";
import { staffRoles } from "./staff/domain/roles.ts";
import { isUsableAddress, reasonsAgainstPlacement } from "./staff/domain/staff-life.ts";
import { staffRefusalText } from "./staff/domain/staff-refusal-text.ts";
import { findStaffActor } from "./staff/queries/find-actor.ts";
import { maySignIn } from "./staff/queries/may-sign-in.ts";
import { publishDefaultCourses } from "./training/actions/publish-default-courses.ts";
import type { ImportKind } from "./transactions/domain/words.ts";

/** Those that are bound to no merchant and no bank. */
const rolesAtOnce = staffRoles.filter(
  (role) => reasonsAgainstPlacement({ role, merchantId: null, institutionId: null }).length === 0,
);

const usage = `redress: commands on the desk's data

  import settlement FILE         transactions out of an acquirer's settlement file (CSV)
  import bank-disputes FILE      disputes out of a bank's file (CSV); cases open or are joined at the bank
  import requests FILE           customers' requests (CSV); each opens a case
  audit verify                   every chain of events, every published text and file, every transaction's money
  decisions replay               every stored decision decided again; differences are reported
  staff add EMAIL ROLE NAME      a member of staff; the password is read from the standard input
  key add EMAIL DAYS SCOPES NAME a machine's API key that acts for this member of staff; shown once

Scopes: permissions, with commas between them, e.g. case.read,transaction.read

Roles: ${rolesAtOnce.join(", ")}
Whoever is bound to one merchant or one bank is invited at /people, where it is chosen.
Exit status: 0 all is well, 1 something was found or refused, 2 not a command.`;

type Run = (house: OpenHouse, words: readonly string[], config: ReadyConfig) => Promise<number>;

const commands: Readonly<Record<string, Run>> = {
  "import settlement": (house, [file]) => importCommand(house, "SETTLEMENT", file),
  "import bank-disputes": (house, [file]) => importCommand(house, "BANK_DISPUTES", file),
  "import requests": (house, [file]) => importCommand(house, "REQUESTS", file),
  "audit verify": auditVerify,
  "decisions replay": decisionsReplay,
  "staff add": staffAdd,
  "key add": keyAdd,
};

/** Runs one command and gives its exit status. */
export async function runCommand(config: ReadyConfig, words: readonly string[]): Promise<number> {
  const run = commands[words.slice(0, 2).join(" ")];
  if (run === undefined) {
    if (words.includes("--help")) {
      console.log(usage);
      return 0;
    }
    console.error(usage);
    return 2;
  }
  await migrateAll(config.databaseUrl);
  const house = await openHouse({
    databaseUrl: config.databaseUrl,
    authSecret: config.authSecret,
    connections: 4,
    works: false,
    log: openLog("warn"),
  });
  try {
    await publishDefaultPolicy(house.db, house.clock.now());
    await publishDefaultCourses(house.db, house.clock.now());
    return await run(house, words.slice(2), config);
  } finally {
    await house.close();
  }
}

async function importCommand(house: OpenHouse, kind: ImportKind, path: string | undefined): Promise<number> {
  if (path === undefined) {
    console.error(usage);
    return 2;
  }
  const opened = await openPath(path);
  if (!opened.ok) {
    console.error(opened.error);
    return 1;
  }
  const { source, close } = opened.value;
  try {
    return await importSource(house, kind, { path, source });
  } finally {
    await close();
  }
}

async function importSource(house: OpenHouse, kind: ImportKind, file: NamedSource): Promise<number> {
  const shown = process.stderr.isTTY;
  const { run, errors } = await importFile(house, kind, file, ({ rows_read }) => {
    if (shown) process.stderr.write(`\r${rows_read} rows read`);
  });
  if (shown) process.stderr.write("\r");
  for (const { line, column, reason } of errors)
    console.error(`line ${line}${column === null ? "" : `, ${column}`}: ${reason}`);
  if (run.rows_bad > errors.length) console.error(`… and ${run.rows_bad - errors.length} more bad rows`);
  if (run.failure !== null) console.error(run.failure);
  if (run.failure === null || run.rows_read > 0)
    console.log(
      `${run.rows_read} rows read: ${run.rows_new} new, ${run.rows_changed} changed, ${run.rows_same} already there, ${run.rows_bad} bad`,
    );
  return run.state === "DONE" ? 0 : 1;
}

async function auditVerify({ db, clock }: OpenHouse): Promise<number> {
  const { chains, checkpoint, money } = await verifyEverything(db, clock, "COMMAND");
  for (const { chain, things, links, broken } of chains) {
    if (broken === null) console.log(`${chain}: ${things} verify, with ${links} rows in their chains`);
    else
      console.error(`${chain}: ${broken.name}, row ${broken.sequence} (${broken.rowId ?? "missing"}): ${broken.fault}`);
  }
  if (checkpoint !== null) console.log(`checkpoint: ${checkpoint}`);
  for (const fault of money) {
    console.error(
      `money: transaction ${fault.acquirerReference}: ${fault.counter} is ${fault.counted}, should be ${fault.shouldBe} minor units`,
    );
  }
  if (money.length === 0) console.log("money: every transaction's counters agree with its refunds and disputes");
  return checkpoint !== null && money.length === 0 ? 0 : 1;
}

async function decisionsReplay({ db }: OpenHouse): Promise<number> {
  let [replayed, different] = [0, 0];
  for await (const found of replayDecisions(db)) {
    if (found.kind === "PROGRESS") {
      replayed = found.replayed;
      continue;
    }
    different += 1;
    const [kept, again] = [found.kept, found.again].map(
      ({ outcome, rowNumber }) => `${outcome} by ${rowNumber === null ? "what holds otherwise" : `row ${rowNumber}`}`,
    );
    const how = kept === again ? `${kept} as before, but by another trace or policy` : `kept ${kept}, again ${again}`;
    console.error(`decision ${found.decisionId} of case ${found.caseNumber}: ${how}`);
  }
  console.log(`${replayed} decisions replayed, ${different} different`);
  return different === 0 ? 0 : 1;
}

async function staffAdd(house: OpenHouse, words: readonly string[], config: ReadyConfig): Promise<number> {
  const [email, role, ...names] = words;
  if (email === undefined || role === undefined || !isOneOf(rolesAtOnce, role) || names.length === 0) {
    console.error(usage);
    return 2;
  }
  const refused = isUsableAddress(email)
    ? await whoHas(house, email)
    : staffRefusalText({ code: "ADDRESS_UNUSABLE" }, "en");
  if (refused !== null) {
    console.error(refused);
    return 1;
  }
  const { databaseUrl, publicUrl, authSecret } = config;
  const login = openLogin({
    databaseUrl,
    publicUrl,
    authSecret,
    log: house.log,
    maySignIn: (loginId) => maySignIn(house.db, loginId),
  });
  try {
    const password = await readPassword();
    const { least, most } = passwordLength;
    if (password.length < least || password.length > most) {
      console.error(`A password has ${least} to ${most} characters; nobody was added`);
      return 1;
    }
    await addStaff(house.db, login, { email, password, role, name: names.join(" ") }, house.clock.now());
    console.log(`${email} can sign in as ${role}`);
    return 0;
  } finally {
    await login.close();
  }
}

/** Somebody who is there already keeps their role and their password. */
async function whoHas({ db }: OpenHouse, email: string): Promise<string | null> {
  const member = await db
    .selectFrom("staff")
    .select("role")
    .where("email", "=", email.toLowerCase())
    .executeTakeFirst();
  return member === undefined ? null : `${email} is on the staff already, as ${member.role}; nothing was changed`;
}

/** From a terminal one line, from a pipe all of it, so that no password stands among a command's words. */
async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return (await text(process.stdin)).replace(/\r?\n$/, "");
  const asked = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return await asked.question("Password: ");
  } finally {
    asked.close();
  }
}

async function keyAdd(house: OpenHouse, words: readonly string[]): Promise<number> {
  const [email = "", days = "", list = "", ...names] = words;
  const { db, clock } = house;
  const member = await db.selectFrom("staff").select("id").where("email", "=", email.toLowerCase()).executeTakeFirst();
  const actor = member === undefined ? null : await findStaffActor(db, member.id, clock.now());
  if (actor === null || names.length === 0) {
    console.error(actor === null ? `There is no member of staff with the address ${email}` : usage);
    return 2;
  }
  const asked = list.split(",");
  const unknown = asked.filter((one) => !isOneOf(permissions, one));
  if (unknown.length > 0) {
    console.error(`There is no permission ${unknown.join(", ")}`);
    return 2;
  }
  const scopes = permissions.filter((right) => asked.includes(right));
  const key = { name: names.join(" "), scopes, days: Number(days), key: newId() };
  const made = await createApiKey({ ...house, actor, locale: "en" }, key);
  if (made.ok) console.log(made.value.secret);
  else for (const reason of made.error) console.error(keyRefusalText(reason, "en"));
  return made.ok ? 0 : 1;
}
