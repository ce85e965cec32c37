// A worker in a process of its own, so that a test can kill it: node test/support/refund-worker.ts <database> <acquirer> <time-out>
import { openRefundDesk } from "./refund-desk.ts";

const [databaseUrl = "", url = "", timeoutMs = "10000"] = process.argv.slice(2);
const desk = await openRefundDesk({ databaseUrl, acquirer: { url, timeoutMs: Number(timeoutMs) } });
process.on("SIGTERM", () => {
  desk.close().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
// A test that was killed leaves nobody to kill this one.
process.on("disconnect", () => process.exit(0));
process.send?.("ready");
