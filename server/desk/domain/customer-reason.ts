import type { RefusalCode } from "../../cases/domain/refusal.ts";
import type { Bilingual } from "../../kernel/calendar.ts";

/** Why the customer cannot do something now, where the desk's own words speak of roads, rulings and a provider. */
export const customerReason: { readonly [C in RefusalCode]?: Bilingual } = {
  REFUND_IN_FLIGHT: {
    zh: "退款正在办理，可能已经发往您的银行，因此现在不能撤回。如有疑问，请给我们留言。",
    en: "Your refund is under way and may be with your bank already, so the request cannot be withdrawn now. If something is wrong, please write to us.",
  },
  REFUND_PAID_OUTSIDE: {
    zh: "据登记，退款已以其他方式支付给您，我们正在核对，因此现在不能撤回。如果您没有收到，请给我们留言。",
    en: "Your refund is recorded as paid to you in another way, and we are checking that, so the request cannot be withdrawn now. If you did not get it, please write to us.",
  },
  BANK_HAS_THE_MONEY: {
    zh: "您的发卡银行已扣回这笔钱，由它决定是否退还给您，因此在这里不能撤回。如不再要求退款，请联系您的发卡银行。",
    en: "Your card's bank has taken the money back and decides on it, so the request cannot be withdrawn here. If you no longer want it, ask your bank.",
  },
};
