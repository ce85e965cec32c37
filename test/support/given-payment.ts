import { randomInt } from "node:crypto";
import { newId } from "../../server/kernel/ids.ts";
import { dayIn } from "../../server/kernel/zoned-time.ts";
import type { Db } from "../../server/platform/database/database.ts";
import { givenMerchant } from "./given-rows.ts";

/** A payment with all that its slip shows. */
export interface GivenPayment {
  readonly transactionId: string;
  readonly merchantId: string;
  readonly merchantNumber: string;
  readonly terminalNumber: string;
  readonly voucherNumber: string;
  readonly retrievalReference: string;
  readonly reference: string;
  readonly cardLast4: string;
  readonly paidMinor: string;
  readonly paidOn: string;
}

/** CNY 1,299.00 on a UnionPay card, a day old, at a terminal of its own. */
export async function givenPayment(db: Db): Promise<GivenPayment> {
  const [transactionId, terminalId, merchantId] = [newId(), newId(), await givenMerchant(db)];
  const digits = (many: number) => String(randomInt(10 ** many)).padStart(many, "0");
  const yesterday = new Date(Date.now() - 86_400_000);
  const terminalNumber = `T${transactionId.slice(-10)}`;
  const slip = { voucherNumber: digits(6), retrievalReference: digits(12), cardLast4: digits(4) };
  await db
    .insertInto("terminal")
    .values({ id: terminalId, merchant_id: merchantId, terminal_number: terminalNumber, created_at: yesterday })
    .execute();
  await db
    .insertInto("transaction")
    .values({
      ...{ id: transactionId, acquirer_reference: `TXN-${transactionId}`, merchant_id: merchantId },
      ...{ terminal_id: terminalId, kind: "SALE", network: "UNIONPAY", currency: "CNY", captured_minor: 129_900n },
      voucher_number: slip.voucherNumber,
      retrieval_reference: slip.retrievalReference,
      card_last4: slip.cardLast4,
      ...{ processed_at: yesterday, settled_at: yesterday, created_at: yesterday },
    })
    .execute();
  return {
    ...{ transactionId, merchantId, terminalNumber, ...slip },
    merchantNumber: `M-${merchantId}`,
    reference: `TXN-${transactionId}`,
    paidMinor: "129900",
    paidOn: dayIn(yesterday, "Asia/Shanghai"),
  };
}

/** The whole slip, as a customer with good eyes types it. */
export function slipOf({ voucherNumber, cardLast4, paidMinor, paidOn }: GivenPayment) {
  return { voucherNumber, cardLast4, paid: { minor: paidMinor, currency: "CNY" }, paidOn };
}
