import type { StaffRole } from "../../staff/domain/roles.ts";
import { type CardNetwork, cardNetworks } from "../../transactions/domain/words.ts";
import { demoStaff } from "../demo-staff.ts";
import { Chance } from "./chance.ts";
import { ownNetwork } from "./demo-cards.ts";
import { demoMerchants } from "./demo-merchants.ts";

/** Somebody who works at the demo desk, or for a shop or a bank there. */
export interface DemoColleague {
  readonly address: string;
  readonly name: string;
  readonly role: StaffRole;
  /** Those without a log-in are there so that the desk has a team, and each shop and bank somebody who answers. */
  readonly signsIn: boolean;
  /** How much of the work of their role is theirs. */
  readonly weight: number;
  /** Place of the shop that they answer for. */
  readonly merchant?: number;
  /** The network for whose issuers they rule. */
  readonly network?: CardNetwork;
}

const weights: Readonly<Record<string, number>> = { agent: 9, agent2: 5 };

// biome-ignore format: a table is read by its columns
const others: readonly DemoColleague[] = [
  { address: "agent3",      name: "刘洋",      role: "SUPPORT_AGENT", signsIn: false, weight: 3 },
  { address: "agent4",      name: "孙悦",      role: "SUPPORT_AGENT", signsIn: false, weight: 2 },
  { address: "supervisor2", name: "Daniel Wu", role: "SUPERVISOR",    signsIn: false, weight: 2 },
];

/** Everybody of the demo, the same on every desk. */
export function listColleagues(): readonly DemoColleague[] {
  const chance = new Chance(2);
  return [
    ...demoStaff.map((person) => ({
      ...person,
      signsIn: true,
      weight: weights[person.address] ?? 4,
      ...(person.role === "MERCHANT_VERIFIER" && { merchant: 0 }),
      ...(person.role === "BANK_OFFICER" && { network: ownNetwork }),
    })),
    ...others,
    ...demoMerchants.slice(1).map(
      (merchant, index): DemoColleague => ({
        address: `shop${index + 2}`,
        name: chance.personName(merchant.currency === "CNY" ? "zh-CN" : "en"),
        role: "MERCHANT_VERIFIER",
        signsIn: false,
        weight: 1,
        merchant: index + 1,
      }),
    ),
    ...cardNetworks
      .filter((network) => network !== ownNetwork)
      .map(
        (network): DemoColleague => ({
          address: `bank-${network.toLowerCase()}`,
          name: chance.personName(network === "UNIONPAY" ? "zh-CN" : "en"),
          role: "BANK_OFFICER",
          signsIn: false,
          weight: 1,
          network,
        }),
      ),
  ];
}

export function agentsOf(colleagues: readonly DemoColleague[]): readonly DemoColleague[] {
  return colleagues.filter(({ role }) => role === "SUPPORT_AGENT");
}
