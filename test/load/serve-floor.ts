import http from "node:http";
import pg from "pg";

type Asked = Readonly<Record<string, string>>;

/**
 * What the desk is measured against: bare node:http, one hand-written prepared statement that builds the answer's JSON, and
 * its text handed on. Nobody is signed in, nothing is checked. Tells its port to its parent, and ends with it.
 */
export function serveFloor(statement: string, valuesOf: (asked: Asked) => readonly unknown[]): Promise<void> {
  const pool = new pg.Pool({ connectionString: process.argv[2] ?? "", max: 8, application_name: "floor" });
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const asked: Asked = JSON.parse(Buffer.concat(chunks).toString("utf8"));
      pool.query<{ body: string }>({ name: "floor", text: statement, values: [...valuesOf(asked)] }).then(
        ({ rows }) => response.setHeader("content-type", "application/json").end(rows[0]?.body ?? "[]"),
        (error: unknown) => response.writeHead(500).end(String(error)),
      );
    });
  });
  process.on("disconnect", () => process.exit(0));
  return new Promise((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      process.send?.({ port: typeof address === "object" ? address?.port : null });
      resolve();
    });
  });
}
