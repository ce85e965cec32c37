/** An expected answer: what was asked for, or the reason why not. Broken promises throw instead. */
export type Result<T, E> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

export function done<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

export function refused<E>(error: E): { readonly ok: false; readonly error: E } {
  return { ok: false, error };
}

/** The reasons against, none where it went well. */
export function problemsIn<E>(result: Result<unknown, readonly E[]>): readonly E[] {
  return result.ok ? [] : result.error;
}
