import type { Bilingual } from "../../kernel/calendar.ts";

export const providerIds = ["simulated-acquirer"] as const;
export type ProviderId = (typeof providerIds)[number];

/** How one provider wants its instructions treated. */
export interface ProviderRules {
  readonly name: Bilingual;
  /** What an instruction that was declined is tried again under: some answer a used key with its old answer for ever. */
  readonly retryKey: "SAME" | "NEW";
  /** An answer that has not come by then never will. Longer than whoever sends waits for it. */
  readonly answerLostAfterMs: number;
  /** How long after it accepted an instruction it is first asked what became of it. */
  readonly askAfterMs: number;
}

export const providerRules: Readonly<Record<ProviderId, ProviderRules>> = {
  "simulated-acquirer": {
    name: { zh: "模拟收单机构", en: "Simulated acquirer" },
    retryKey: "NEW",
    answerLostAfterMs: 15_000,
    askAfterMs: 2_000,
  },
};

export function isProviderId(text: string): text is ProviderId {
  return text in providerRules;
}

/** Of an instruction's own provider, which its row names. */
export function rulesOf(provider: string): ProviderRules {
  if (!isProviderId(provider)) throw new Error(`${provider} is not a provider`);
  return providerRules[provider];
}
