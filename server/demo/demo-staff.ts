import type { StaffRole } from "../staff/domain/roles.ts";

/** Who works at the demo desk. All share one printed password; none of them is ever made in production. */
export interface DemoPerson {
  readonly address: string;
  readonly name: string;
  readonly role: StaffRole;
}

/** Whose being there says that the whole demo is. */
export const lastPerson: DemoPerson = { address: "admin", name: "Admin Lin", role: "ADMINISTRATOR" };

// biome-ignore format: a table is read by its columns
export const demoStaff: readonly [DemoPerson, ...DemoPerson[]] = [
  { address: "agent",       name: "李娜",        role: "SUPPORT_AGENT" },
  { address: "agent2",      name: "Emma Clarke", role: "SUPPORT_AGENT" },
  { address: "supervisor",  name: "周海燕",      role: "SUPERVISOR" },
  { address: "merchant",    name: "赵磊",        role: "MERCHANT_VERIFIER" },
  { address: "bank",        name: "Priya Nair",  role: "BANK_OFFICER" },
  { address: "compliance",  name: "陈静",        role: "COMPLIANCE_OFFICER" },
  { address: "compliance2", name: "Tom Baker",   role: "COMPLIANCE_OFFICER" },
  { address: "trainer",     name: "王芳",        role: "TRAINER" },
  lastPerson,
];

/** Printed at the start. The demo answers on this machine alone unless it is asked to do otherwise. */
export const demoPassword = "show me the desk";

/** The address in the demo's own domain, to which no mail ever goes. */
export function emailOf(address: string): string {
  return `${address}@redress.test`;
}
