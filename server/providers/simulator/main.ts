// The simulated acquirer, a program of its own: node server/providers/simulator/main.ts [--port 4100] [--host 127.0.0.1]
// [--settle-after-ms 2000] [--book effects.jsonl]. A parent that started it is told the address, and takes it along when it ends.
import { parseArgs } from "node:util";
import { acquirerServer } from "./acquirer-server.ts";

const { values } = parseArgs({
  options: {
    host: { type: "string", default: "127.0.0.1" },
    port: { type: "string", default: "0" },
    "settle-after-ms": { type: "string", default: "2000" },
    book: { type: "string" },
  },
});

const server = acquirerServer({ settleAfterMs: Number(values["settle-after-ms"]), bookFile: values.book ?? null });
server.listen(Number(values.port), values.host, () => {
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("The simulated acquirer has no port");
  const url = `http://${address.address.includes(":") ? `[${address.address}]` : address.address}:${address.port}`;
  if (process.send === undefined) process.stdout.write(`Simulated acquirer at ${url}\n`);
  else process.send({ url });
});

if (process.send !== undefined) {
  process.on("disconnect", () => process.exit(0));
  // Ctrl-C reaches the whole group; the parent may still be sending its last refunds and ends us itself.
  process.on("SIGINT", () => undefined);
}
