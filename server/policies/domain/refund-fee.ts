import { type Money, money } from "../../kernel/money.ts";
import type { FeeRate } from "./policy-content.ts";

const whole = 10_000n;

/** What giving this much back costs, to the nearest smallest unit, an exact half to the even one; null where it costs nothing. */
export function feeOf(rate: FeeRate | undefined, { minor, currency }: Money): Money | null {
  if (rate === undefined) return null;
  const fee = halfToEven(minor * BigInt(rate.basisPoints)) + BigInt(rate.fixedMinor[currency] ?? 0);
  return fee === 0n ? null : money(fee, currency);
}

function halfToEven(parts: bigint): bigint {
  const [floor, twice] = [parts / whole, (parts % whole) * 2n];
  if (twice === whole) return floor + (floor % 2n);
  return twice > whole ? floor + 1n : floor;
}
