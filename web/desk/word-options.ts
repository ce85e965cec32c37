import type { TFunction } from "i18next";
import {
  cardNetworks,
  caseChannels,
  caseOrigins,
  caseOutcomes,
  caseReasons,
  caseStages,
  caseStates,
} from "./filter-lists.ts";
import { type QueueAddress, type WordFilter, wordFilters } from "./queue-address.ts";

export type Option = readonly [value: string, text: string];

/** The schema's words under the name that people read. */
export function wordOptions(t: TFunction<"console">): Readonly<Record<WordFilter, readonly Option[]>> {
  return {
    stage: caseStages.map((word) => [word, t(`caseStage.${word}`)]),
    state: caseStates.map((word) => [word, t(`caseState.${word}`)]),
    reason: caseReasons.map((word) => [word, t(`caseReason.${word}`)]),
    outcome: caseOutcomes.map((word) => [word, t(`caseOutcome.${word}`)]),
    channel: caseChannels.map((word) => [word, t(`caseChannel.${word}`)]),
    origin: caseOrigins.map((word) => [word, t(`caseOrigin.${word}`)]),
    network: cardNetworks.map((word) => [word, t(`cardNetwork.${word}`)]),
  };
}

/** Which of them an address names, in their own order. */
export function chosenOptions(options: ReturnType<typeof wordOptions>, address: QueueAddress) {
  return wordFilters.map((name) => {
    const named: readonly string[] = address[name];
    return { name, chosen: options[name].filter(([value]) => named.includes(value)) };
  });
}
