import { Worker } from "node:worker_threads";
import { barePdf } from "./bare-pdf.ts";

/** While a file is read nothing else is heard here, not even that who asked is gone: a thread beside it looks after that. */
const guard = `setInterval(() => {
  if (process.ppid !== ${Number(process.argv[2])}) process.kill(process.pid, "SIGKILL");
}, 250);`;
new Worker(guard, { eval: true });

process.once("disconnect", () => process.exit());
process.once("message", async (bytes: Uint8Array) => {
  process.send?.(await barePdf(bytes), () => process.exit());
});
process.send?.("READY");
