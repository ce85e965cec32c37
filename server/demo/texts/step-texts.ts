import type { CaseReason } from "../../cases/domain/words.ts";
import type { StepName } from "../plan/steps.ts";
import type { Wording } from "./request-texts.ts";

/** Who reads a step's text, and so in whose language it is written. */
export type Reader = "CUSTOMER" | "MERCHANT" | "BANK" | "DESK";

export interface StepTexts {
  readonly reader: Reader;
  /** Chosen by the reason of the case where one is there for it, else from `any`. */
  readonly byReason?: Partial<Readonly<Record<CaseReason, readonly Wording[]>>>;
  readonly any: readonly Wording[];
}

const customer = (...any: Wording[]): StepTexts => ({ reader: "CUSTOMER", any });
const merchant = (...any: Wording[]): StepTexts => ({ reader: "MERCHANT", any });
const bank = (...any: Wording[]): StepTexts => ({ reader: "BANK", any });
const desk = (...any: Wording[]): StepTexts => ({ reader: "DESK", any });

/** Why an offer is made where the policy does not approve: the desk's own word beside what the customer reads. */
export const offerReason: Wording = {
  zh: "双方材料均不足以定论，商户同意部分退还，和解有利于尽快了结。",
  en: "Neither side's proof settles it, and the shop agrees to a part; an offer ends the matter sooner.",
};

/** What is written at each step that has words, with the same places to fill in as the request; {offer} is what is offered. */
export const stepTexts: Partial<Readonly<Record<StepName, StepTexts>>> = {
  askForMore: customer(
    {
      zh: "您好，我们已收到您的申请。请补充一张小票或银行扣款记录的照片，卡号只需露出末四位，收到后马上继续处理。",
      en: "Thank you, we have your request. Please add a photo of the receipt or of the line on your bank statement; only the last four digits of the card need to show. We go on as soon as it is here.",
    },
    {
      zh: "您好，为核对这笔交易，请告诉我们大致的消费时间，并补充签购单或发票的照片。",
      en: "To match the sale, please tell us at about what time you paid and send a photo of the card slip or invoice.",
    },
  ),
  giveMore: customer(
    {
      zh: "照片已经上传，消费时间是{day}，卡尾号{last4}。",
      en: "The photo is uploaded. It was on {day}, with the card ending {last4}.",
    },
    {
      zh: "找到小票了，凭证号是{voucher}，麻烦再核对一下。",
      en: "I found the slip, the voucher number is {voucher}. Please check again.",
    },
  ),
  shopConfirms: {
    reader: "MERCHANT",
    byReason: {
      DUPLICATE_CHARGE: [
        {
          zh: "已核对终端流水，确有两笔相同金额，第二笔为重复扣款，同意退回。",
          en: "The terminal's journal shows two equal sales; the second is a duplicate. Please refund it.",
        },
        {
          zh: "收银员确认当时重刷，日结也多出一笔，同意退款。",
          en: "The cashier remembers running the card again and our day's total is over by the same sum. We agree.",
        },
      ],
      WRONG_AMOUNT: [
        {
          zh: "核对价签和收银记录，确实多收{amount}，同意退差额。",
          en: "We compared the label with the till: {amount} too much was taken. We agree to the difference.",
        },
      ],
      PAID_BY_OTHER_MEANS: [
        {
          zh: "当班现金账多出{amount}，与顾客说法一致，同意退回刷卡款。",
          en: "The shift's cash was over by {amount}, as the customer says. Please refund the card.",
        },
      ],
      DEPOSIT_NOT_RELEASED: [
        {
          zh: "客人已结清，预授权应当撤销，前台漏做，同意解除。",
          en: "The guest has settled the bill and the hold should have been lifted; the front desk missed it. We agree.",
        },
      ],
      GOODS_NOT_RECEIVED: [
        {
          of: "SERVICE",
          zh: "档期排满，确实没有为顾客安排服务，同意退款。",
          en: "We were fully booked and never gave the customer a date. We agree to the refund.",
        },
        {
          of: "GOODS",
          zh: "该订单因缺货没有发出，同意全额退款。",
          en: "The order was never sent because we ran out of stock. We agree to a full refund.",
        },
      ],
      RETURNED_NOT_REFUNDED: [
        {
          zh: "货已验收入库，退款单漏提交，同意退款。",
          en: "The goods are back in stock and in order; our refund slip was never sent in. We agree.",
        },
      ],
      NOT_AS_DESCRIBED: [
        {
          of: "SERVICE",
          zh: "当天人手不足，服务没有达到承诺的内容，同意退款。",
          en: "We were short of staff that day and did not give what we had promised. We agree to the refund.",
        },
        {
          of: "GOODS",
          zh: "已看过照片，属于质量问题，同意退货退款。",
          en: "We have seen the photo; it is faulty. We agree to take it back and refund it.",
        },
      ],
      CANCELLED: [
        {
          zh: "有当天的取消记录，服务未使用，同意退款。",
          en: "We have the cancellation of that day on file and nothing was used. We agree.",
        },
      ],
    },
    any: [{ zh: "情况属实，同意退款。", en: "This is right, we agree to the refund." }],
  },
  shopContests: {
    reader: "MERCHANT",
    byReason: {
      NOT_RECOGNISED: [
        {
          zh: "该笔为插卡输密交易，有签购单，系持卡人本人消费，不同意退款。",
          en: "Chip and PIN, and we hold the slip. The cardholder was here in person; we do not agree.",
        },
      ],
      GOODS_NOT_RECEIVED: [
        {
          of: "SERVICE",
          zh: "已按预约提供{item}，有顾客签名的服务单。",
          en: "The {item} was given as booked, and we have the sheet that the customer signed.",
        },
        {
          of: "GOODS",
          zh: "{item}已于次日交付，有签收记录，不存在未收到的情况。",
          en: "The {item} was handed over the next day and signed for. It was received.",
        },
      ],
      NOT_AS_DESCRIBED: [
        {
          of: "SERVICE",
          zh: "服务内容与合同一致，顾客当场未提出异议并已签字。",
          en: "What was given is what the contract says; the customer signed and raised nothing on the spot.",
        },
        {
          of: "GOODS",
          zh: "商品出店时完好，有开箱验货视频，损坏为顾客使用不当造成。",
          en: "It left the shop in order, we have the unboxing on video. The damage came from how it was used.",
        },
      ],
      CANCELLED: [
        {
          zh: "合同写明取消须提前七天，顾客当天才提出，不同意全额退款。",
          en: "The contract asks for seven days' notice and the customer gave none. We do not agree to a full refund.",
        },
      ],
      DUPLICATE_CHARGE: [
        {
          zh: "两笔是两张单，第二笔为加购，小票明细可以对应，不是重复扣款。",
          en: "These are two bills: the second is for what was added later, as the items on the slips show. Not a duplicate.",
        },
      ],
    },
    any: [{ zh: "与我店记录不符，不同意退款。", en: "This does not match our records. We do not agree." }],
  },
  confirmIdentity: desk(
    {
      zh: "已回拨预留电话，核对姓名、卡末四位和消费时间，一致。",
      en: "Called back on the number given: name, last four digits and time of the sale all match.",
    },
    {
      zh: "视频核验身份证件，与持卡人信息一致。",
      en: "Saw the identity card on a video call; it matches the cardholder.",
    },
  ),
  inspectGoods: desk(
    {
      of: "SERVICE",
      zh: "对照合同和现场照片，服务确有缺失。",
      en: "Compared the contract with the photos: part of the service was indeed missing.",
    },
    { of: "GOODS", zh: "已看过退回的实物，状态完好，配件齐全。", en: "Saw the returned goods: in order and complete." },
    {
      of: "GOODS",
      zh: "对照照片和维修单，故障属实，非人为损坏。",
      en: "Compared the photo with the repair report: the fault is real and not the customer's doing.",
    },
  ),
  askWaiver: desk({
    zh: "商户同意退款，且逾期是因为商户一直让顾客等待，申请放宽期限。",
    en: "The shop agrees, and the request is late because the shop kept the customer waiting. Asking to waive the window.",
  }),
  approve: customer(
    {
      zh: "您的退款申请已通过，{offer}将原路退回您的银行卡（尾号{last4}），一般1至3个工作日到账。",
      en: "Your refund is approved. {offer} goes back to your card ending {last4}, usually within 1 to 3 working days.",
    },
    {
      zh: "已核实，同意退款{offer}，款项会退回原付款卡，请留意到账短信。",
      en: "We have checked and agree. {offer} will go back to the card that you paid with.",
    },
  ),
  propose: customer(
    {
      zh: "您的申请已核实，正在等待复核。复核通过后，{offer}将原路退回您的银行卡（尾号{last4}）。",
      en: "We have checked your request and a second person is looking at it. Once they agree, {offer} goes back to your card ending {last4}.",
    },
    {
      zh: "材料齐全，已提交复核，一般一个工作日内有结果。",
      en: "Everything is here and has gone to a second person. That usually takes one working day.",
    },
  ),
  approvePart: desk(
    {
      of: "SERVICE",
      zh: "商户证明已提供部分服务，按未使用部分退款，顾客电话中已同意。",
      en: "The shop shows that part of it was given; the rest is refunded. Agreed with the customer on the phone.",
    },
    {
      of: "GOODS",
      zh: "商品有使用痕迹，扣除折旧后退款，顾客电话中已同意。",
      en: "There are signs of use, so it is refunded less wear. Agreed with the customer on the phone.",
    },
    {
      zh: "双方各有证据，按比例退还，双方均已接受。",
      en: "Both sides have proof, so it is refunded in proportion. Both have accepted.",
    },
  ),
  approveAgainstPolicy: desk({
    zh: "没有材料支持拒绝退款，现有凭证与顾客陈述一致，按顾客主张退款。",
    en: "Nothing on file speaks against the claim, and the proof agrees with the customer. Granted.",
  }),
  grant: desk({ zh: "已核对凭证和处理经过，同意。", en: "Proof and history checked. Agreed." }),
  grantAsCompliance: desk({
    zh: "大额退款，已复核身份与资金去向，同意。",
    en: "Large sum: identity and the card that it goes to reviewed. Agreed.",
  }),
  turnDown: desk({
    zh: "身份核实只有电话记录，金额较大，请补充后重新提交。",
    en: "Identity rests on one phone call and the sum is large. Please confirm it properly and propose again.",
  }),
  declineLate: customer({
    zh: "很抱歉，这笔交易已超过受理期限，无法退款。您可以在15天内提出异议，也可以请发卡行处理，或向消费者保护机构投诉。",
    en: "We are sorry: the request came after the time in which it can be made, so we cannot refund it. You have 15 days to contest this, and can go to your card's bank or to the consumer-protection agency.",
  }),
  declineOnProof: {
    reader: "CUSTOMER",
    byReason: {
      CANCELLED: [
        {
          zh: "经核实，合同写明了取消期限，本次取消已超过该期限，现有材料不足以退款。您可以在15天内提出异议并补充材料，也可以请发卡行处理，或向消费者保护机构投诉。",
          en: "The contract names the time in which it can be cancelled, and that had passed, so what we have is not enough for a refund. You have 15 days to contest this with anything new, and can go to your card's bank or to the consumer-protection agency.",
        },
      ],
      RETURNED_NOT_REFUNDED: [
        {
          zh: "经核实，商户没有收到退货的记录，退货单也无法核对，现有材料不足以退款。您可以在15天内提出异议并补充材料，也可以请发卡行处理，或向消费者保护机构投诉。",
          en: "The shop has no record of a return and the return slip cannot be matched, so what we have is not enough for a refund. You have 15 days to contest this with anything new, and can go to your card's bank or to the consumer-protection agency.",
        },
      ],
      NOT_RECOGNISED: [
        {
          zh: "经核实，该笔为插卡并输入密码的交易，签购单有签名，暂不能认定为非本人交易。您可以在15天内提出异议，也可以向发卡行申请争议处理，或向消费者保护机构投诉。",
          en: "The sale was made with chip and PIN and the slip is signed, so we cannot say that it was not you. You have 15 days to contest this, and can raise a dispute with your card's bank or go to the consumer-protection agency.",
        },
      ],
    },
    any: [
      {
        zh: "经核实，商户提供了交付和使用记录，现有材料不足以退款。您可以在15天内提出异议并补充材料，也可以请发卡行处理，或向消费者保护机构投诉。",
        en: "The shop has shown that it was delivered and used, and what we have is not enough for a refund. You have 15 days to contest this with anything new, and can go to your card's bank or to the consumer-protection agency.",
      },
    ],
  },
  contest: {
    reader: "CUSTOMER",
    byReason: {
      GOODS_NOT_RECEIVED: [
        {
          zh: "签收单上的签名不是我的，我从来没有收到，请重新核实。",
          en: "The signature they show is not mine. I never received it, please check again.",
        },
      ],
      CANCELLED: [
        {
          zh: "我没有使用过，取消也是当天就说的，请再次核实，否则我会向银行申请退单。",
          en: "I never used it and said so the same day. Please check again, or I will dispute it with my bank.",
        },
      ],
    },
    any: [
      {
        zh: "不同意这个结果。店里当时亲口承诺可以退，有聊天记录，请重新处理。",
        en: "I do not accept this. The shop told me itself that it could be returned, I have the messages. Please look again.",
      },
      {
        zh: "商户说的不是事实，我愿意提供更多材料，请再看一次。",
        en: "What the shop says is not true. I can send more to show it, please look once more.",
      },
    ],
  },
  offer: customer(
    {
      zh: "我们与商户再次沟通，对方愿意退还{offer}作为和解，款项原路退回。您是否接受？",
      en: "We spoke to the shop again. They are ready to refund {offer} to settle this, back to the same card. Will you accept?",
    },
    {
      zh: "考虑到双方的材料，我们建议退还{offer}。如接受，当天即可安排退款。",
      en: "Looking at what both sides have shown, we propose {offer}. If you accept, it is sent the same day.",
    },
  ),
  refuseOffer: customer(
    { zh: "不接受，我要求全额退款。", en: "No. I want all of it back." },
    { zh: "这个金额太低了，责任不在我。", en: "That is too little, and none of this is my doing." },
  ),
  goToBank: bank(
    {
      zh: "持卡人与商户无法达成一致，现提交发卡行处理。已附交易凭证和往来记录。",
      en: "Cardholder and merchant cannot agree, so this goes to the issuer. Slip and correspondence are attached.",
    },
    {
      zh: "商户不认可持卡人的主张，持卡人坚持退款，请按卡组织规则处理。",
      en: "The merchant rejects the claim and the cardholder stands by it. Please handle it by the network's rules.",
    },
  ),
  goToAgency: customer({
    zh: "我们已按您的要求将争议提交至12315平台，并附上处理经过。受理后会有工作人员与您联系。",
    en: "As you asked, we have lodged the dispute with 12315, with all that has happened so far. They will contact you when they take it on.",
  }),
  withdraw: {
    reader: "CUSTOMER",
    byReason: {
      NOT_RECOGNISED: [
        {
          zh: "查清楚了，是家里人消费的，不用处理了。",
          en: "It turns out that somebody in the family paid for it. Please drop this.",
        },
      ],
      NOT_AS_DESCRIBED: [
        { of: "GOODS", zh: "已经换货，不需要退款了。", en: "They exchanged it, so no refund is needed any more." },
        {
          of: "SERVICE",
          zh: "店里已经安排补做，撤销申请。",
          en: "The shop is doing it again for free. I withdraw this.",
        },
      ],
      DEPOSIT_NOT_RELEASED: [{ zh: "押金今天已经解除，谢谢。", en: "The deposit was released today, thank you." }],
      GOODS_NOT_RECEIVED: [
        { of: "GOODS", zh: "今天收到货了，撤销申请。", en: "It arrived today. I withdraw this." },
        {
          of: "SERVICE",
          zh: "已经约到时间了，不用退了。",
          en: "I have been given a date after all. No refund needed.",
        },
      ],
    },
    any: [
      {
        zh: "店里已经当面把钱退给我了，撤销申请，谢谢。",
        en: "The shop has paid me back in person. I withdraw this, thank you.",
      },
    ],
  },
  close: customer({
    zh: "多次沟通未能达成一致，本案到此结束。30天内如有新材料，可以申请重新处理；您也可以向消费者保护机构投诉。",
    en: "We have not been able to bring the two sides together, so this case ends here. If something new turns up within 30 days it can be taken up again; the consumer-protection agency is open to you too.",
  }),
  reopen: desk({
    zh: "顾客补充了商户店长的书面承诺，属于新材料，重新处理。",
    en: "The customer has brought a written promise by the shop's manager. That is new, so we take it up again.",
  }),
  note: desk(
    {
      zh: "已电话联系顾客，情绪比较急，答应今天给进度。",
      en: "Spoke to the customer, who is rather upset. Promised news today.",
    },
    { zh: "商户这个月第三起类似投诉，已记录。", en: "Third complaint of this kind about the shop this month. Noted." },
  ),
  noteRetry: desk({
    zh: "收单机构暂时拒绝，已告知顾客会晚一两天，明天重试。",
    en: "The acquirer refuses for now. The customer knows that it takes a day or two longer; trying again tomorrow.",
  }),
  noteIdentity: desk({
    zh: "已补做视频核验并记录，重新提交。",
    en: "Identity now confirmed on a video call and noted. Proposing again.",
  }),
  noteBank: desk({
    zh: "已向商户调取签购单和交付记录，准备答复发卡行。",
    en: "Asked the shop for the slip and the record of delivery, to answer the issuer.",
  }),
  noteSearch: desk(
    {
      zh: "终端流水里暂时查不到这笔交易，等明天的清算文件再核对。",
      en: "Not in the terminal's journal yet. To be checked again with tomorrow's settlement file.",
    },
    {
      zh: "凭证号在该商户名下没有匹配，可能抄错一位，已请顾客重拍小票。",
      en: "No sale of this shop has that voucher number; one digit may be wrong. Asked the customer for a clearer photo.",
    },
  ),
  customerAsks: customer(
    { zh: "请问现在处理到哪一步了？", en: "Could you tell me where this stands?" },
    { zh: "大概什么时候能有结果？我下周要出差。", en: "When can I expect an answer? I am travelling next week." },
  ),
  agentReplies: customer(
    {
      zh: "您好，正在等待商户核对流水，最晚会在时限内答复您，请放心。",
      en: "We are waiting for the shop to check its journal and will answer you in time.",
    },
    {
      zh: "已经在处理，有进展会第一时间通知您，也可以在查询页面看到。",
      en: "It is being worked on. You will hear as soon as there is news, and can see it on your page too.",
    },
  ),
  agentReminds: customer({
    zh: "您好，就差一张小票或扣款记录的照片，收到后当天就能继续处理。",
    en: "All that is missing is a photo of the receipt or of the line on your statement. We go on the day it arrives.",
  }),
  agentWritesShop: merchant({
    zh: "请提供凭证号{voucher}的签购单和当日日结，最好今天内回复。",
    en: "Please send the card slip of voucher {voucher} and that day's totals, today if you can.",
  }),
  shopWrites: merchant({
    zh: "当班收银员今天休息，明天上午查监控后答复。",
    en: "The cashier of that shift is off today. We will look at the recording tomorrow morning and answer.",
  }),
  bankAsks: bank({
    zh: "请补充签购单影像，并说明持卡人联系商户的时间。",
    en: "Please add an image of the slip and say when the cardholder first spoke to the merchant.",
  }),
  agentAnswersBank: bank({
    zh: "签购单已上传，持卡人于交易次日联系商户，记录见附件。",
    en: "The slip is uploaded. The cardholder spoke to the merchant the day after the sale, see the record.",
  }),
};
