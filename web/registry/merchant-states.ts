import type { registryZhCn } from "../i18n/zh-cn/registry.ts";
import type { IconName } from "../ui/Icon.tsx";

export type MerchantState = keyof (typeof registryZhCn)["registry"]["merchantState"];
export type MerchantMove = keyof (typeof registryZhCn)["registry"]["move"];

export const merchantStateIcons: Record<MerchantState, IconName> = {
  OPEN: "check",
  SUSPENDED: "pause",
  CLOSED: "close",
};

export const merchantStates: readonly MerchantState[] = ["OPEN", "SUSPENDED", "CLOSED"];

/** What an administrator can ask for from where a merchant stands; whether it happens is the server's to say. */
export const movesFrom: Record<MerchantState, readonly MerchantMove[]> = {
  OPEN: ["suspendMerchant", "closeMerchant"],
  SUSPENDED: ["reopenMerchant", "closeMerchant"],
  CLOSED: ["reopenMerchant"],
};

export function toMerchantState(text: string | null): MerchantState | null {
  return merchantStates.find((state) => state === text) ?? null;
}
