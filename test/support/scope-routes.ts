import type { Thing } from "./scope-things.ts";

/** How another's thing is asked for over plain HTTP, or why nothing of anybody's can be named there. */
type RouteLine = { readonly thing: Thing; readonly path: (of: string) => string } | { readonly open: string };

/** Every route of the server, as it prints them. A new one needs a line. */
export const scopeRoutes: Readonly<Record<string, RouteLine>> = {
  "/graphql": { open: "swept field by field" },
  "/graphql/stream": { open: "swept as the subscriptions" },
  "/api/auth/ways": { open: "how one may sign in, for everyone" },
  "*": { open: "log-in: one's own session only" },
  "/api/join": { open: "by an invitation's secret" },
  "/api/join/look": { open: "by an invitation's secret" },
  "/evidence/:ticket|:id": { thing: "Evidence", path: (id) => `/evidence/${id}` },
  "/imports/:kind|:id": { open: "for who runs imports; tested in imports.test.ts" },
  "/imports/:kind|:id/preview": { open: "keeps nothing and reads nothing" },
  "/imports/:kind|:id/errors.csv": { open: "imports are the whole desk's" },
  "/exports/:id/file.csv": { open: "for whoever asked for the file alone; tested in exports.test.ts" },
  // Without the desk's own signature behind it.
  "/n/:token": { thing: "Notice", path: (id) => `/n/${Buffer.from(id, "base64url").toString().slice(7)}.x` },
  "/training/certificates/:id.pdf": { thing: "TrainingRecord", path: (id) => `/training/certificates/${id}.pdf` },
  "/training/matrix.csv": { open: "for who watches over training; tested in training.test.ts" },
  "/verify/:code": { open: "by the code that is printed on a certificate, for everyone" },
  "/audit/samples/:id/report.pdf": { open: "samples are of the whole desk, for who audits it" },
  "/cases/:number/file.pdf": { thing: "caseNumber", path: (number) => `/cases/${number}/file.pdf` },
  "/policy/": { open: "public" },
  "/policy/:scope": { thing: "merchantNumber", path: (number) => `/policy/${number}` },
  "/healthz": { open: "public" },
  "/readyz": { open: "public" },
  "/metrics": { open: "of the whole desk; kept inside by the proxy" },
  "/r/:token": { thing: "Case", path: (id) => `/r/${id}` },
  "/r/:token/receipt": { thing: "Case", path: (id) => `/r/${id}/receipt` },
};

/** The routes that the server prints, each with its whole path. */
export function routesIn(printed: string): readonly string[] {
  const above: string[] = [];
  return printed
    .split("\n")
    .filter((line) => line.trim() !== "")
    .flatMap((line) => {
      const found = /^(.*?)[├└]── (\S+)(?: \((.*)\))?$/.exec(line);
      if (found === null) throw new Error(`A route that is not understood: ${line}`);
      const [, indent = "", segment = "", methods] = found;
      const depth = indent.length / 4;
      above.length = depth;
      above.push(segment);
      return methods === undefined ? [] : [above.join("")];
    });
}
