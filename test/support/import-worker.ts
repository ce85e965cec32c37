// A worker in a process of its own, so that a test can kill it: node test/support/import-worker.ts <database> <import>
import { pino } from "pino";
import { importJobs } from "../../server/disputes/jobs/import-jobs.ts";
import { openHouse } from "../../server/open-house.ts";

const [databaseUrl = "", importId = ""] = process.argv.slice(2);
const authSecret = "a secret of more than thirty-two characters";
const house = await openHouse({ databaseUrl, authSecret, connections: 4, works: false, log: pino({ level: "error" }) });
// A test that was killed leaves nobody to kill this one.
process.on("disconnect", () => process.exit(0));
await importJobs["run-import"]?.(house, { importId }, new AbortController().signal);
await house.close();
process.exit(0);
