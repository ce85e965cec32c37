import type { CaseReason } from "../../cases/domain/words.ts";
import type { Bilingual } from "../../kernel/calendar.ts";
import type { Deals } from "../plan/trades.ts";

/** A text in both languages; some are only said of things, or only of services. */
export interface Wording extends Bilingual {
  readonly of?: Deals;
}

/**
 * What customers write when they ask. {shop} {item} {day} {paid} {amount} {last4} {voucher} are filled in; {amount} is what
 * is asked for, {paid} the whole sale.
 */
export const requestTexts: Readonly<Record<CaseReason, readonly Wording[]>> = {
  DUPLICATE_CHARGE: [
    {
      zh: "{day}在{shop}结账，店员说第一次没刷成功，又刷了一次。回家看短信，{amount}扣了两笔，请退回其中一笔。",
      en: "The till at {shop} said the first try had failed on {day}, so they ran my card again. My bank shows {amount} taken twice. Please send one back.",
    },
    {
      zh: "同一笔消费被扣了两次，都是{amount}，前后不到两分钟，卡尾号{last4}。小票只给了我一张。",
      en: "Charged twice for one bill within two minutes, {amount} each time, card ending {last4}. I was only given one receipt.",
    },
    {
      zh: "POS机提示超时，收银员让我重刷，结果两笔都成功了。凭证号{voucher}这一笔是重复的，请核实。",
      en: "The terminal timed out and the cashier asked me to tap again. Both went through. Voucher {voucher} is the second one.",
    },
  ],
  WRONG_AMOUNT: [
    {
      zh: "{item}标价没有这么多，收银员多输了金额，实际刷了{paid}，多收了{amount}，请退还差额。",
      en: "The cashier keyed the wrong price for the {item}: {paid} instead of what the label said. I was overcharged {amount}.",
    },
    {
      zh: "会员折扣没有算进去，小票上是{paid}，应该少收{amount}。店员说机器上改不了，让我申请退款。",
      en: "My member discount was left out. The slip says {paid}, which is {amount} too much. The shop said they could not change it at the till.",
    },
  ],
  GOODS_NOT_RECEIVED: [
    {
      of: "GOODS",
      zh: "{day}付了{paid}买{item}，说好三天内送到，到现在没有收到，电话也没人接。",
      en: "I paid {paid} for the {item} on {day}. It was to be delivered within three days and nothing has come. Nobody answers the phone.",
    },
    {
      of: "SERVICE",
      zh: "刷卡付了{paid}，店里说{item}要预约，结果一直约不上，等于没有提供服务，请退款。",
      en: "I paid {paid} for the {item} and was told to book a time, but there never is one. I have received nothing for my money.",
    },
  ],
  NOT_AS_DESCRIBED: [
    {
      of: "GOODS",
      zh: "{item}拿回家第二天就出问题了，和店里介绍的完全不一样。要求退款{amount}，实物还在，可以退回。",
      en: "The {item} went wrong the day after I took it home and is nothing like what I was told in the shop. I want {amount} back and can return it.",
    },
    {
      of: "GOODS",
      zh: "在{shop}买的{item}有质量问题，照片已经上传。店员只肯修，我要求退款。",
      en: "The {item} from {shop} is faulty, see my photo. They only offer a repair; I am asking for my money back.",
    },
    {
      zh: "宣传的{item}和实际给的不是一个东西，当场提出异议，店长让我走退款流程，金额{amount}。",
      en: "The {item} I got is not the one that was advertised. I said so on the spot and the manager told me to ask for a refund of {amount}.",
    },
  ],
  RETURNED_NOT_REFUNDED: [
    {
      zh: "{item}已经退回{shop}，店员收了货也签了字，说三个工作日退款，现在已经超过了，一直没到账。",
      en: "I returned the {item} to {shop}. They took it back and signed for it, promised the money in three working days, and it has not come.",
    },
    {
      zh: "退货单上写着退款{amount}，但银行卡尾号{last4}一直没有收到，请帮忙查。",
      en: "The return slip says {amount}, but nothing has reached my card ending {last4}. Please look into it.",
    },
  ],
  CANCELLED: [
    {
      zh: "{item}因行程有变，当天就电话取消了，对方口头同意全额退款，之后没有下文。",
      en: "My plans changed and I cancelled the {item} by phone the same day. They agreed to a full refund and I have heard nothing since.",
    },
    {
      zh: "刚办的{item}，还没有使用，想取消，请退回{amount}。",
      en: "I have only just bought the {item}, have not used it, and would like to cancel. Please refund {amount}.",
    },
  ],
  NOT_RECOGNISED: [
    {
      zh: "{day}有一笔{paid}在{shop}的消费，不是我本人，卡一直在身上，请核查。",
      en: "There is a payment of {paid} at {shop} on {day} that I did not make. My card never left me.",
    },
    {
      zh: "账单上出现{shop}{paid}，我没有去过这家店，卡尾号{last4}，请协助查询并退款。",
      en: "My statement shows {paid} at {shop}. I have never been there. Card ending {last4}.",
    },
  ],
  PAID_BY_OTHER_MEANS: [
    {
      zh: "当时刷卡显示失败，我改用现金付了{amount}，后来发现刷卡那笔也扣了。",
      en: "The card was said to have failed, so I paid {amount} in cash. Later I saw that the card had been charged too.",
    },
    {
      zh: "已经用扫码付过{amount}，收银台又刷了我的卡，两边都扣了款，扫码记录可以提供。",
      en: "I had already paid {amount} by phone when they ran my card as well. I can show the other payment.",
    },
  ],
  DEPOSIT_NOT_RELEASED: [
    {
      zh: "退房时说押金{amount}会自动解除，已经过了几天，额度还是冻结的。",
      en: "They said the deposit of {amount} would be released at check-out. Days later it is still blocked on my card.",
    },
    {
      zh: "{day}的预授权{amount}一直没有撤销，还车时检查过没有损坏，请解除。",
      en: "The hold of {amount} from {day} was never lifted. Everything was checked and found in order when I left.",
    },
  ],
  OTHER: [
    {
      of: "SERVICE",
      zh: "{item}因店里临时停业没能按时享受，店员答应退{amount}，让我在这里申请。",
      en: "The shop closed early and I could not use the {item}. The staff agreed to return {amount} and told me to ask here.",
    },
    {
      of: "GOODS",
      zh: "店里承诺价格保护，第二天就降价了，要求退还{amount}。",
      en: "The shop promises to match its own later prices. It was cheaper the next day, so I am asking for {amount}.",
    },
    {
      of: "GOODS",
      zh: "给孩子买的{item}，家人重复买了，没有拆封，想退款{amount}。",
      en: "The {item} was bought twice in our family by mistake. Ours is unopened; we would like {amount} back.",
    },
  ],
};

/** How a shop reports its own mistake. */
export const shopRequestTexts: readonly Wording[] = [
  {
    zh: "我店收银员误操作，凭证号{voucher}多收顾客{amount}，顾客还在店内，请尽快退回。",
    en: "Our cashier made a mistake: voucher {voucher} took {amount} too much. The customer is still here, please send it back quickly.",
  },
  {
    zh: "终端断网后补打小票造成重复入账，凭证号{voucher}应退{amount}。",
    en: "A slip was printed again after the terminal lost its line, and the sale was booked twice. Voucher {voucher}, {amount} should go back.",
  },
];

/** What comes with a complaint that an agency hands on. */
export const agencyRequestTexts: readonly Wording[] = [
  {
    zh: "12315平台转来投诉：消费者称在{shop}购买的{item}存在争议，要求退款{amount}，请核实并在规定时限内反馈。",
    en: "Forwarded by 12315: the consumer disputes the {item} bought at {shop} and asks for {amount}. Please look into it and answer in time.",
  },
];
