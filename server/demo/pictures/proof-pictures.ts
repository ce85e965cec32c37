import type { ProofKind } from "../../evidence/domain/proof-kinds.ts";
import { toDecimal } from "../../kernel/money.ts";
import { deskTimeZone } from "../plan/desk-time.ts";
import { merchantAt, type NumberedSale, terminalNumber } from "../plan/plan-sales.ts";
import { GreyPicture } from "./grey-picture.ts";

const clock = new Intl.DateTimeFormat("sv-SE", { dateStyle: "short", timeStyle: "medium", timeZone: deskTimeZone });

const titles: Partial<Readonly<Record<ProofKind, string>>> = {
  RECEIPT: "RECEIPT",
  CARD_SLIP: "CARDHOLDER COPY",
  INVOICE: "INVOICE",
  STATEMENT: "STATEMENT OF ACCOUNT",
  PAYMENT_PROOF: "BANK TRANSFER",
};

type Line = readonly [label: string, value: string];

/** A photo of the paper that proves the sale, as the till would have printed it. No two are alike: `row` says how the light falls. */
export function proofOf(kind: ProofKind, sale: NumberedSale, row: number): Buffer {
  const merchant = merchantAt(sale.merchant);
  const [width, height] = [300, 420];
  const picture = new GreyPicture(width, height, 250 - (row % 9), 226 - (row % 13));
  const ink = 38 + (row % 5) * 6;
  const write = (text: string, top: number, size = 1) =>
    picture.write(text, Math.round((width - text.length * 6 * size) / 2), top, size, ink);
  write(merchant.en, 40, merchant.en.length > 22 ? 1 : 2);
  write(titles[kind] ?? "RECEIPT", 72);
  for (let x = 28; x < width - 28; x += 6) picture.fill(x, 88, 3, 1, ink);
  for (const [index, [label, value]] of linesOf(sale).entries()) {
    picture.write(label, 30, 104 + index * 22, 1, ink);
    picture.write(value, width - 30 - value.length * 6, 104 + index * 22, 1, ink);
  }
  write(`${sale.amount.currency} ${toDecimal(sale.amount)}`, 330, 2);
  write("PLEASE KEEP THIS SLIP", 376);
  return picture.toPng();
}

function linesOf(sale: NumberedSale): readonly Line[] {
  return [
    ["TERMINAL", terminalNumber(sale)],
    ["DATE", clock.format(sale.at)],
    ["CARD", `${sale.card.network} ****${sale.card.last4}`],
    ["ENTRY", sale.entryMode],
    ["VOUCHER", sale.voucherNumber],
    ["REFERENCE", sale.retrievalReference],
    ["AUTHORIZATION", sale.authorizationCode],
    ["TYPE", sale.kind === "PREAUTHORIZATION" ? "PRE-AUTHORIZATION" : "SALE"],
    ["AMOUNT", toDecimal(sale.amount)],
  ];
}

/** A photo of what was bought: a box on a table, with the damage that is complained of across it. */
export function photoOfGoods(row: number): Buffer {
  const [width, height] = [320, 240];
  const picture = new GreyPicture(width, height, 208 - (row % 20), 150);
  picture.fill(0, 170, width, 70, 118 + (row % 10));
  picture.fill(70, 60, 180, 130, 70);
  picture.fill(73, 63, 174, 124, 172 - (row % 15));
  picture.fill(150, 63, 16, 124, 150);
  let [x, y] = [110 + (row % 60), 63];
  for (let step = 0; y < 185; step++) {
    picture.fill(x, y, 3, 4, 30);
    x += ((row + step * 5) % 7) - 3;
    y += 3;
  }
  return picture.toPng();
}
