import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Cruise, cruise } from "../support/cruise.ts";

const root = path.resolve(import.meta.dirname, "..", "..");

test("every import of the house goes where it may", async () => {
  const { modules, violations } = await cruise();
  expect(violations).toEqual([]);
  // A cruiser that cannot read the sources is content with all of none.
  expect(modules).toBeGreaterThan(300);
});

/** One file that breaks one rule, and what it imports. */
const planted: Readonly<Record<string, string>> = {
  "server/kernel/reads-files.ts": `import "node:fs";`,
  "server/kernel/knows-a-feature.ts": `import "../staff/domain/roles.ts";`,
  "server/cases/domain/asks-the-database.ts": `import "../queries/find.ts";`,
  "server/cases/domain/takes-a-package.ts": `import "kysely";`,
  "server/cases/domain/takes-a-table.ts": `import "currency-codes";`,
  "server/staff/queries/looks-up.ts": `import "../../cases/domain/words.ts";`,
  "server/refunds/actions/reaches-in.ts": `import "../../cases/actions/close.ts";`,
  "server/refunds/actions/by-the-door.ts": `import "../../cases/actions/perform-case-action.ts";`,
  "server/cases/actions/answers.ts": `import "../case.type.ts";`,
  "server/cases/actions/speaks.ts": `import "graphql";`,
  "server/cases/queries/writes.ts": `import "../actions/close.ts";`,
  "server/cases/case.resolver.ts": `import { CaseEntity } from "./case.entity.ts"; new CaseEntity();`,
  "server/cases/stores.type.ts": `import "@mikro-orm/core";`,
  "server/platform/knows.ts": `import "../cases/queries/find.ts";`,
  "web/cases/Borrows.tsx": `import "../refunds/Refund.tsx";`,
  "web/cases/Cheats.tsx": `import "../../server/cases/domain/words.ts";`,
  "web/ui/Fetches.tsx": `import "urql";`,
  "web/circle-a.ts": `import type { B } from "./circle-b.ts"; export type A = B;`,
  "web/circle-b.ts": `import type { A } from "./circle-a.ts"; export type B = A;`,
  "web/lost.ts": `import "./nowhere.ts";`,
  "web/alone.ts": "export const alone = 1;",
};

const surroundings: Readonly<Record<string, string>> = {
  "server/staff/domain/roles.ts": "export const roles = [];",
  "server/cases/domain/words.ts": "export const words = [];",
  "server/cases/queries/find.ts": "export const find = 1;",
  "server/cases/actions/close.ts": "export const close = 1;",
  "server/cases/actions/perform-case-action.ts": "export const perform = 1;",
  "server/cases/case.type.ts": "export const type = 1;",
  "server/cases/case.entity.ts": "export class CaseEntity {}",
  "web/refunds/Refund.tsx": "export const Refund = 1;",
  "test/some.test.ts": "",
  "tsconfig.json": "{}",
};

describe("a planted violation is caught:", () => {
  let folder: string;
  let found: Cruise;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), "redress-boundaries-"));
    for (const [file, text] of Object.entries({ ...surroundings, ...planted })) {
      await mkdir(path.dirname(path.join(folder, file)), { recursive: true });
      await writeFile(path.join(folder, file), text);
    }
    await symlink(path.join(root, "node_modules"), path.join(folder, "node_modules"));
    found = await cruise(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each([
    ["domain-is-pure", "server/kernel/reads-files.ts"],
    ["kernel-stands-alone", "server/kernel/knows-a-feature.ts"],
    ["domain-is-pure", "server/cases/domain/asks-the-database.ts"],
    ["domain-is-pure", "server/cases/domain/takes-a-package.ts"],
    ["only-the-kernel-reads-tables-of-values", "server/cases/domain/takes-a-table.ts"],
    ["staff-knows-nothing-above-it", "server/staff/queries/looks-up.ts"],
    ["features-meet-below-actions", "server/refunds/actions/reaches-in.ts"],
    ["actions-do-not-know-the-wire", "server/cases/actions/answers.ts"],
    ["wire-above-actions", "server/cases/actions/speaks.ts"],
    ["queries-only-read", "server/cases/queries/writes.ts"],
    ["wire-sees-entity-types-only", "server/cases/case.resolver.ts"],
    ["storage-below-actions", "server/cases/stores.type.ts"],
    ["platform-knows-no-feature", "server/platform/knows.ts"],
    ["web-features-are-islands", "web/cases/Borrows.tsx"],
    ["web-knows-only-the-schema", "web/cases/Cheats.tsx"],
    ["ui-is-plain", "web/ui/Fetches.tsx"],
    ["no-cycles", "web/circle-a.ts"],
    ["resolvable", "web/lost.ts"],
    ["no-orphans", "web/alone.ts"],
  ])("%s in %s", (rule, file) => {
    expect(found.violations).toContainEqual(expect.stringContaining(`${rule}: ${file} →`));
  });

  test("and the door of the cases is open", () => {
    expect(found.violations.filter((violation) => violation.includes("by-the-door"))).toEqual([]);
  });
});
