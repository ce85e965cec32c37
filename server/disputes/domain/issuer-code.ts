import type { CardNetwork } from "../../transactions/domain/words.ts";

/** The code of the institution that stands for all issuers of a network. */
export function issuerCode(network: CardNetwork): string {
  return `ISSUERS-${network}`;
}
