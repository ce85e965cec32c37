import type { Id } from "../../kernel/ids.ts";
import { derivedId } from "../../platform/derived-id.ts";
import type { NumberedSale } from "./plan-sales.ts";

/** The same again whenever the plan is drawn again, so that a filling that was cut off finds what it wrote. */
export function shopId(place: number): Id {
  return derivedId("demo shop", String(place));
}

export function saleId({ reference }: Pick<NumberedSale, "reference">): Id {
  return derivedId("demo sale", reference);
}
