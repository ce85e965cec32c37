/** A database that is away or busy passes; the queue tries again. What fails by itself would fail again. */
export function isPassing(thrown: unknown): boolean {
  const code = thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
  return /^(?:08|40|53|57|ECONN|EPIPE|ETIMEDOUT|ENOTFOUND)/.test(code) || /Connection terminated/.test(String(thrown));
}
