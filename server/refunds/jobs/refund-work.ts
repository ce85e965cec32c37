import { isProviderId } from "../../providers/domain/provider-rules.ts";
import type { Provider, Providers } from "../../providers/provider.ts";
import type { House } from "../../request-context.ts";

/** What a job about a refund works with. */
export interface RefundWork {
  readonly house: House;
  readonly providers: Providers;
  /** Aborted when the job was given to somebody else, or the process stops. */
  readonly signal: AbortSignal;
}

export function providerOf({ providers }: RefundWork, name: string): Provider {
  if (!isProviderId(name)) throw new Error(`${name} is not a provider`);
  return providers[name];
}
