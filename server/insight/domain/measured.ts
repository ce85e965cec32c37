import type { CardNetwork } from "../../transactions/domain/words.ts";
import type { Span } from "./periods.ts";

/** One number: of a span of the period or of this moment, of one part where the measure has parts. */
export interface Measured {
  readonly span: Span | null;
  /** A band, a state, or who overturned; null where there are no parts. */
  readonly part: string | null;
  /** How many stand behind it: what opening it shows. */
  readonly count: number;
  /** Of how many, for a share. */
  readonly of: number | null;
  readonly medianHours: number | null;
  readonly slowHours: number | null;
  readonly minor: bigint | null;
  readonly currency: string | null;
  readonly merchantId: string | null;
  readonly network: CardNetwork | null;
}

/** A count and nothing else. */
export const counted = (span: Span | null, part: string | null, count: number, of: number | null = null): Measured => ({
  span,
  part,
  count,
  of,
  medianHours: null,
  slowHours: null,
  minor: null,
  currency: null,
  merchantId: null,
  network: null,
});
