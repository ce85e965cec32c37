import type pg from "pg";
import { toBase64Url } from "../../server/kernel/base64url.ts";
import type { LoadRequest } from "./drive.ts";

/** The console's queue, as an integrator asks it. */
const query = `query Queue($after: String) {
  cases(filter: { open: true }, orderBy: TIME_LEFT, first: 50, after: $after) {
    edges { node {
      id number version state stage reason amount { minor currency } openedAt dueAt
      customer { name } merchant { name nameZh }
      transaction { captured { minor currency } processedAt cardLast4 }
      assignee { name }
      events(last: 3) { edges { node { kind at actorRole } } }
      refunds { amount { minor currency } state }
    } }
  }
}`;

/** The places in the queue that pages begin behind: spread over its first part, the same for both contestants. */
export async function placesOf(client: pg.Client): Promise<readonly { readonly at: string; readonly id: string }[]> {
  const { rows } = await client.query<{ at: Date; id: string }>(
    `select due_at as at, id from (select due_at, id, row_number() over (order by due_at, id) as place from cases where closed_at is null) p
     where place % 60 = 1 order by due_at, id limit 24`,
  );
  return rows.map(({ at, id }) => ({ at: at.toISOString(), id }));
}

export function deskRequests(
  places: Awaited<ReturnType<typeof placesOf>>,
  headers: Readonly<Record<string, string>>,
  count: number,
): LoadRequest[] {
  return Array.from({ length: count }, (_, index) => {
    const place = places[index % places.length];
    const after = toBase64Url(JSON.stringify([place?.at, place?.id]));
    return { path: "/graphql", headers, body: JSON.stringify({ query, variables: { after } }) };
  });
}

export function floorRequests(places: Awaited<ReturnType<typeof placesOf>>, count: number): LoadRequest[] {
  return Array.from({ length: count }, (_, index) => ({
    path: "/",
    headers: {},
    body: JSON.stringify(places[index % places.length]),
  }));
}

/** Fifty cases, each with its parts. */
export function isFullPage(body: string): boolean {
  return (
    !body.includes('"errors"') &&
    body.split('"number"').length === 51 &&
    body.includes('"cardLast4"') &&
    body.includes('"refunds"')
  );
}
