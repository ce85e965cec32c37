import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { buildIfStale } from "../../server/bin/build-if-stale.ts";
import { startEmbeddedPostgres } from "../../server/platform/embedded-postgres/start-embedded-postgres.ts";
import { makeDatabase } from "./bench-desk.ts";
import { measureCasePage } from "./case-bench.ts";
import { measureCounts } from "./counts-bench.ts";
import { measureImport } from "./import-bench.ts";
import { measureInteraction } from "./interaction-bench.ts";
import { measureMatrix } from "./matrix-bench.ts";
import { measureQueue } from "./queue-bench.ts";
import { measureSearch } from "./search-bench.ts";
import { measureTransition } from "./transition-bench.ts";

// `npm run bench`: figures are ratios within this one run, so that the machine's own speed falls out of them. The one in milliseconds,
// from a key to the next picture, is what a person feels.
const sizes = { small: 10_000, large: 100_000 };
const folder = await mkdtemp(path.join(tmpdir(), "redress-bench-"));
const postgres = await startEmbeddedPostgres(path.join(folder, "postgres"));
const metrics: [name: string, value: number][] = [];
try {
  await buildIfStale();
  console.log(`filling desks of ${sizes.small} and ${sizes.large} cases …`);
  const small = await makeDatabase(postgres, "desk_small", sizes.small);
  const large = await makeDatabase(postgres, "desk_large", sizes.large);
  metrics.push(...(await measureQueue(small, large)));
  metrics.push(...(await measureInteraction(large, 10_000)));
  metrics.push(...(await measureCasePage(large)));
  metrics.push(...(await measureCounts(small, large)));
  metrics.push(...(await measureSearch(small, large)));
  metrics.push(...(await measureTransition(path.join(folder, "postgres"), large)));
  metrics.push(...(await measureMatrix(small)));
  metrics.push(...(await measureImport(postgres, folder)));
} finally {
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}
for (const [name, value] of metrics) console.log(`metric ${name} ${value.toFixed(3)}`);
process.exit(0);
