import type { CaseReason } from "../../cases/domain/words.ts";
import type { Span } from "./chance.ts";

export const deals = ["GOODS", "SERVICE"] as const;
export type Deals = (typeof deals)[number];

/** How a kind of shop sells: when, for how much, and what people come back for. What it sells stands in `goods.ts`. */
export interface Trade {
  /** Usual price of one sale, in yuan. */
  readonly yuan: Span;
  /** Local hours in which it sells. */
  readonly hours: Span;
  /** Pennies that its prices end in, in hundredths. */
  readonly endings: readonly number[];
  readonly reasons: readonly CaseReason[];
  /** Whether one takes something home from it. */
  readonly deals: Deals;
}

const till = ["DUPLICATE_CHARGE", "WRONG_AMOUNT", "PAID_BY_OTHER_MEANS", "NOT_RECOGNISED"] as const;
const goods = [...till, "NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED", "GOODS_NOT_RECEIVED", "OTHER"] as const;
const service = [...till, "CANCELLED", "GOODS_NOT_RECEIVED", "NOT_AS_DESCRIBED", "OTHER"] as const;

const whole = [0];
const shelf = [0, 50, 80, 90, 99];

export const trades = {
  MEAL: {
    deals: "SERVICE",
    yuan: [38, 980],
    hours: [11, 21],
    endings: whole,
    reasons: [...till, "OTHER"],
  },
  SNACK: {
    deals: "GOODS",
    yuan: [12, 120],
    hours: [8, 21],
    endings: [0, 50],
    reasons: till,
  },
  GROCERY: {
    deals: "GOODS",
    yuan: [20, 460],
    hours: [8, 21],
    endings: shelf,
    reasons: [...till, "NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"],
  },
  FASHION: {
    deals: "GOODS",
    yuan: [159, 3200],
    hours: [10, 21],
    endings: [0, 90],
    reasons: goods,
  },
  ELECTRONICS: {
    deals: "GOODS",
    yuan: [89, 16_800],
    hours: [10, 20],
    endings: [0, 0, 90],
    reasons: goods,
  },
  HOME: {
    deals: "GOODS",
    yuan: [260, 26_000],
    hours: [10, 19],
    endings: whole,
    reasons: goods,
  },
  BEAUTY: {
    deals: "SERVICE",
    yuan: [128, 6800],
    hours: [10, 20],
    endings: whole,
    reasons: service,
  },
  HOTEL: {
    deals: "SERVICE",
    yuan: [320, 4800],
    hours: [8, 22],
    endings: whole,
    reasons: ["DEPOSIT_NOT_RELEASED", "CANCELLED", "WRONG_AMOUNT", "DUPLICATE_CHARGE", "NOT_RECOGNISED"],
  },
  TRAVEL: {
    deals: "SERVICE",
    yuan: [480, 38_000],
    hours: [9, 18],
    endings: whole,
    reasons: service,
  },
  LESSONS: {
    deals: "SERVICE",
    yuan: [680, 19_800],
    hours: [9, 20],
    endings: whole,
    reasons: service,
  },
  HEALTH: {
    deals: "GOODS",
    yuan: [25, 9600],
    hours: [8, 18],
    endings: shelf,
    reasons: [...till, "NOT_AS_DESCRIBED", "CANCELLED"],
  },
  PHARMACY: {
    deals: "GOODS",
    yuan: [18, 980],
    hours: [8, 21],
    endings: shelf,
    reasons: [...till, "NOT_AS_DESCRIBED", "RETURNED_NOT_REFUNDED"],
  },
  LUXURY: {
    deals: "GOODS",
    yuan: [980, 58_000],
    hours: [10, 20],
    endings: whole,
    reasons: goods,
  },
  CAR: {
    deals: "SERVICE",
    yuan: [160, 7200],
    hours: [8, 18],
    endings: whole,
    reasons: ["DEPOSIT_NOT_RELEASED", "WRONG_AMOUNT", "DUPLICATE_CHARGE", "NOT_AS_DESCRIBED", "CANCELLED"],
  },
  LEISURE: {
    deals: "SERVICE",
    yuan: [45, 1680],
    hours: [9, 22],
    endings: whole,
    reasons: service,
  },
} as const satisfies Readonly<Record<string, Trade>>;

export type TradeName = keyof typeof trades;

export function tradeOf(name: TradeName): Trade {
  return trades[name];
}
