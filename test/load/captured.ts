/** One statement that a connection ran, with its parameters as text. */
export interface Captured {
  readonly text: string;
  readonly values: readonly (string | null)[];
}

/**
 * Reads the statements of the last transaction out of PostgreSQL's own log (log_statement = all). What the desk really ran
 * is replayed this way, so that the reference cannot drift from it.
 */
export function lastTransaction(log: string): readonly Captured[] {
  const entries = log.split(/\n(?=\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)/);
  const statements: Captured[] = [];
  let open: Captured[] | null = null;
  for (let index = 0; index < entries.length; index++) {
    const found = / LOG: {2}(?:statement: |execute [^:]*: )([\s\S]*)$/.exec(entries[index] ?? "");
    if (found?.[1] === undefined) continue;
    const detail = / DETAIL: {2}Parameters: ([\s\S]*)$/.exec(entries[index + 1] ?? "");
    const captured = { text: found[1].trim(), values: valuesOf(detail?.[1] ?? "") };
    if (/^begin/i.test(captured.text)) open = [];
    else if (/^(commit|rollback)/i.test(captured.text)) {
      if (open !== null && open.length > 0) statements.splice(0, statements.length, ...open);
      open = null;
    } else open?.push(captured);
  }
  return statements;
}

/** `$1 = 'it''s', $2 = NULL` as values. */
function valuesOf(detail: string): (string | null)[] {
  return [...detail.matchAll(/\$\d+ = (NULL|'((?:[^']|'')*)')/g)].map(([, whole, quoted]) =>
    whole === "NULL" ? null : (quoted ?? "").replaceAll("''", "'"),
  );
}
