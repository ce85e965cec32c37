import type { Viewer } from "../viewer.ts";

/** What a viewer's search can find beyond rooms and commands: cases with their payments, payments alone, or nothing. */
export type Sought = "CASES" | "PAYMENTS" | "ROOMS";

export function whatIsSought({ permissions }: Pick<Viewer, "permissions">): Sought {
  if (permissions.includes("CASE_READ")) return "CASES";
  return permissions.includes("TRANSACTION_READ") ? "PAYMENTS" : "ROOMS";
}
