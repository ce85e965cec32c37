import { deskTimeZone } from "../../kernel/desk-day.ts";
import { formatMoney } from "../../kernel/money.ts";
import { zoneName } from "../../kernel/zone-name.ts";
import type { BilingualText } from "../../policies/domain/policy-content.ts";
import { gateCourses } from "../../staff/domain/gate-courses.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import { holdersOf, type RoleBook } from "../../staff/domain/role-book.ts";
import type { Refusal, RefusalCode } from "./refusal.ts";
import { checkWords, roleWords, stateWords } from "./rule-words.ts";

export type RefusalLocale = "zh-CN" | "en";

/** A refusal for the person who meets it: what stands in the way, what that means for the money, what to do next. */
export function refusalText(refusal: Refusal, locale: RefusalLocale, roles: RoleBook): string {
  const text = textOf(refusal, roles);
  return locale === "zh-CN" ? text.zh : text.en;
}

type Of<C extends RefusalCode> = Extract<Refusal, { readonly code: C }>;
type Texts = { readonly [C in RefusalCode]: (refusal: Of<C>, roles: RoleBook) => BilingualText };

/** A refusal carries its own code, so the sentence that is found by the code fits it. */
function textOf(refusal: Refusal, roles: RoleBook): BilingualText {
  const sentence = texts[refusal.code] as (refusal: Refusal, roles: RoleBook) => BilingualText;
  return sentence(refusal, roles);
}

const texts: Texts = {
  WRONG_STATE: ({ state }) => ({
    zh: `案件目前为“${stateWords[state].zh}”，不适用此操作，资金状态不变。请使用案件当前提供的操作。`,
    en: `The case is ${stateWords[state].en}, and this does not apply there. The money stays as it is. Use one of the actions that the case offers now.`,
  }),
  NOT_PERMITTED: ({ needs }, roles) => notPermitted(needs, roles),
  NOT_AT_WORK: () => ({
    zh: "您的账号已停用，此操作没有执行，资金状态不变。请联系主管。",
    en: "Your account has been suspended or ended, so this was not done and the money stays as it is. Ask your supervisor.",
  }),
  KEY_ENDED: () => ({
    zh: "这把 API 密钥已到期或被撤销，或其创建人的账号已停用，此操作没有执行，资金状态不变。请改用有效的密钥。",
    en: "This API key has run out or was revoked, or its maker's account has been suspended or ended, so this was not done and the money stays as it is. Use a key that works.",
  }),
  THREAD_NOT_YOURS: ({ own }) => ({
    zh: `您在本案中只能写${ownThreads[own].zh}；这条消息没有发出，资金状态不变。请写在那里，需要其他各方知道的，由退款台转达。`,
    en: `You write in one thread of this case, ${ownThreads[own].en}, so this was not sent and the money stays as it is. Write it there; the desk passes on what others need to know.`,
  }),
  TRAINING_MISSING: ({ course }) => ({
    zh: `您的“${gateCourses[course].zh}”培训记录缺失或已失效，因此不能执行此操作，资金状态不变。请完成该课程，或将案件交给记录有效的同事。`,
    en: `Your record of the course “${gateCourses[course].en}” is missing or has lapsed, so this is shut to you and the money stays as it is. Take the course, or hand the case to somebody whose record is valid.`,
  }),
  NO_TRANSACTION: () => ({
    zh: "本案尚未找到对应的交易，因此没有可退的款项。请向顾客索取小票，或导入包含该交易的清算文件。",
    en: "No sale is linked to this case, so there is no money that could go back. Ask the customer for the slip, or import the settlement file that holds the sale.",
  }),
  PAYMENT_KNOWN: () => ({
    zh: "本案已关联付款，不能再关联另一笔，资金状态不变。如果顾客指的是另一笔付款，请为那笔付款另立案件。",
    en: "This case has its payment already, so no other is attached and the money stays as it is. If the customer means another payment, open a case over that one.",
  }),
  PAYMENT_NOT_THERE: () => ({
    zh: "本案商户名下没有这笔付款，因此没有关联，资金状态不变。请重新查找，或等待清算文件送达。",
    en: "There is no such payment of the shop that this case is about, so nothing was attached and the money stays as it is. Look it up again, or wait for the settlement file that brings it.",
  }),
  PAYMENT_HAS_CASE: ({ number }) => ({
    zh: `这笔付款已有进行中的案件 ${number}，因此没有关联，同一笔款项不会重复退款。请在该案件中处理，并撤回本案。`,
    en: `Case ${number} is open over this payment, so it was not attached and the same money does not go back twice. Deal with it there, and withdraw this case.`,
  }),
  PAYMENT_CURRENCY_DIFFERS: ({ claimed, paid }) => ({
    zh: `顾客请求的是 ${claimed}，而这笔付款是 ${paid}，因此没有关联，资金状态不变。请查找另一笔，或以 ${paid} 另立案件。`,
    en: `The customer asks for ${claimed}, and this payment was made in ${paid}, so it was not attached and the money stays as it is. Look for another, or open a case in ${paid}.`,
  }),
  CHECKS_OPEN: ({ checks }) => ({
    zh: `以下核对尚未通过：${list(checks.map((check) => `“${checkWords[check].zh}”`)).zhAnd}。全部通过、豁免或无需核对之前，不会退款。请完成核对，向顾客补要材料，或提出豁免申请。`,
    en: `Checks still open: ${list(checks.map((check) => `“${checkWords[check].en}”`)).enAnd}. No money goes back before each is passed, waived or not needed. Record them, ask the customer for what is missing, or propose to waive them.`,
  }),
  CHECK_IS_AUTOMATIC: ({ check }) => ({
    zh: `核对“${checkWords[check].zh}”由系统根据数据判定，不能手工填写，结果和资金均不变。请更正所依据的数据，或说明理由，提出豁免申请。`,
    en: `The check “${checkWords[check].en}” is answered by data, not by hand, so its result and the money stay as they are. Correct the data that it rests on, or propose to waive it with a reason.`,
  }),
  WAIVER_NEEDS_APPROVAL: ({ check }) => ({
    zh: `核对“${checkWords[check].zh}”须经他人审批方可豁免；目前结果不变，暂不退款。请提出豁免申请并说明理由。`,
    en: `The check “${checkWords[check].en}” is let go only when another person agrees. It stays as it is, and no money goes back on it. Propose the waiver with a reason.`,
  }),
  WAIVER_WAITS: ({ check }) => ({
    zh: `核对“${checkWords[check].zh}”的豁免申请正在审批，无需重复提出；审批之前结果不变，暂不退款。请等待审批，或联系审批人。`,
    en: `A waiver of the check “${checkWords[check].en}” waits for approval already. The check stays as it is until then, and no money goes back on it. Wait for it, or ask whoever approves.`,
  }),
  CHECK_NOT_OPEN: ({ check }) => ({
    zh: `核对“${checkWords[check].zh}”已通过、已豁免或无需核对，不必豁免；结果和资金均不变。`,
    en: `The check “${checkWords[check].en}” has passed, was waived or is not needed, so there is nothing to let go. It stays as it is, and so does the money.`,
  }),
  REASON_MISSING: () => ({
    zh: "缺少理由，操作未执行，资金未变动。请用一句话说明理由后重试。",
    en: "A reason is missing, so nothing was recorded and no money moved. Say why in a sentence and try again.",
  }),
  AMOUNT_NOT_POSITIVE: () => ({
    zh: "金额必须大于零；没有退款，也没有冻结款项。请填写应退的金额。",
    en: "The amount must be above zero, so nothing was sent or held. Enter what should go back.",
  }),
  CURRENCY_DIFFERS: ({ expected }) => ({
    zh: `退款只能使用原交易的币种 ${expected}；没有退款，也没有冻结款项。请以 ${expected} 填写金额。`,
    en: `Money goes back in the currency of the sale, ${expected}, so nothing was sent or held. Enter the amount in ${expected}.`,
  }),
  ABOVE_REFUNDABLE: ({ refundable }) => (refundable.minor > 0n ? aboveRefundable(refundable) : nothingRefundable),
  ABOVE_CLAIM: ({ claimed, left }) =>
    left.minor < claimed.minor ? aboveWhatIsLeft(claimed, left) : aboveClaim(claimed),
  NOTHING_LEFT_OF_CLAIM: ({ claimed }) => ({
    zh: `顾客申请的 ${formatMoney(claimed, "zh-CN")} 已全部退回或被银行扣回，没有剩余款项可以提出争议，案件未提交银行。`,
    en: `All of the ${formatMoney(claimed, "en")} that the customer asked for has gone back or was taken back by the bank, so no money is left to dispute and the case does not go to the bank.`,
  }),
  BANK_HAS_THE_MONEY: () => ({
    zh: "银行已扣回这笔款项，只能由银行裁定是否退还，因此申请不能撤回，资金状态不变。请等待银行裁定。",
    en: "The bank has taken the money by now, and it comes back by the bank's word alone, so the request cannot be withdrawn and the money stays as it is. Wait for the bank's ruling.",
  }),
  POLICY_DOES_NOT_APPROVE: () => ({
    zh: "退款政策不允许本案自动退款，因此不会自动付款。请查看裁定说明，由客服决定。",
    en: "The policy does not let this case through without a person, so no money goes back by itself. Read why in its decision, and decide it.",
  }),
  OVERRIDE_REASON_MISSING: ({ verdict }) => overrideReasonMissing[verdict],
  OWN_PROPOSAL: () => ({
    zh: "这笔退款由您提出，须由他人审批。审批之前款项保持冻结，不会付出。请联系有同级审批权限的同事。",
    en: "You proposed this refund, so somebody else must approve it. Until then the money is held and does not go out. Ask a colleague with the same right.",
  }),
  ALREADY_APPROVED_BY_YOU: () => ({
    zh: "您已审批过这笔退款，下一级须由他人审批。审批之前款项保持冻结，不会付出。请联系下一级审批人。",
    en: "You have approved this refund already, and the next approval must be somebody else's. Until then the money is held and does not go out. Ask the next approver.",
  }),
  DECIDED_THE_CASE: () => ({
    zh: "您曾对本案作出决定，不能再审批这笔退款。审批之前款项保持冻结，不会付出。请由未参与本案的同级审批人处理。",
    en: "You have decided in this case before, so this approval must be somebody else's. Until then the money is held and does not go out. Ask an approver who had no part in the case.",
  }),
  WOULD_BE_PAID: () => ({
    zh: "这笔退款的收款人是您本人，不能由您审批。审批之前款项保持冻结，不会付出。请由其他审批人处理。",
    en: "This money would go to you, so you cannot approve it. Until somebody else does it is held and does not go out. Ask another approver.",
  }),
  OWN_CASE: () => ({
    zh: "本案的收款人是您本人，这一步不能由您办理，款项不会因此变动。请转交其他同事处理。",
    en: "The money of this case would go to you, so this step is not yours to take, and no money has moved. Hand the case to a colleague.",
  }),
  DELEGATE_OF_BARRED: ({ name }) => ({
    zh: `您代行${name}的审批权限，而${name}本人不能审批这笔退款，因此您也不能代为审批。款项保持冻结。请由其他审批人处理。`,
    en: `You would approve in the place of ${name}, who may not approve this refund, so neither may you. The money stays held. Ask another approver.`,
  }),
  APPROVAL_LAPSED: ({ at }) => ({
    zh: `审批期限已于${inWords(at).zh}届满，不能再审批；冻结的款项即将解冻，案件退回处理。请由经办人重新提出。`,
    en: `The time to approve ended on ${inWords(at).en}, so it cannot be approved any more; the held money is released and the case goes back to the desk. Have it proposed again.`,
  }),
  APPEAL_WINDOW_CLOSED: ({ closedAt }) => ({
    zh: `申诉期限已于${inWords(closedAt).zh}结束，原答复不变，不会据此退款。仍可采取的其他途径见申请页面。`,
    en: `The time to contest ended on ${inWords(closedAt).en}, so the answer stands and no money goes back on it. The request's page says what else is open.`,
  }),
  APPEAL_WINDOW_OPEN: ({ openUntil }) => ({
    zh: `顾客可在${inWords(openUntil).zh}之前提出申诉，在此之前不能结案，资金状态不变。期满后可以结案，系统也会自动结案。`,
    en: `The customer may contest until ${inWords(openUntil).en}, and the case stays open until then; the money stays as it is. Close it after that, or let it close by itself.`,
  }),
  REOPEN_WINDOW_CLOSED: ({ closedAt }) => (closedAt === null ? neverReopens : reopenWindowClosed(closedAt)),
  NO_OFFER: () => ({
    zh: "目前没有待答复的和解方案，不会产生退款。请先提出方案。",
    en: "No offer is on the table, so there is nothing to answer and no money to send. An offer has to be made first.",
  }),
  OFFER_LAPSED: ({ at }) => ({
    zh: `上一个和解方案未在期限内得到答复，已于${inWords(at).zh}失效，不能再接受或拒绝，也不会据此退款。如仍愿和解，请重新提出方案。`,
    en: `The last offer was not answered in time and lapsed on ${inWords(at).en}, so it can be neither accepted nor turned down and no money goes out on it. If it still stands, make it again.`,
  }),
  OFFER_OPEN: ({ openUntil }) => ({
    zh: `顾客可在${inWords(openUntil).zh}之前答复和解方案，在此之前不能结案，资金状态不变。顾客若已答复，请先记录；否则请等到期满。`,
    en: `The customer may answer the offer until ${inWords(openUntil).en}, and the case stays open until then; the money stays as it is. If they have answered, record it first; else wait until that time is over.`,
  }),
  OWN_OFFER: () => ({
    zh: "该方案由您提出，不能由您代顾客答复；顾客答复之前不会退款。请顾客通过案件链接答复，或由同事代为记录。",
    en: "You made this offer, so you cannot answer it for the customer, and no money goes out before they do. Let them answer by their link, or have a colleague record it.",
  }),
  MERCHANT_STILL_HAS_TIME: () => ({
    zh: "商户的答复时限未到，暂不能移交银行，资金状态不变。请等待商户答复或时限届满。",
    en: "The shop still has time to answer, so the case does not go to the bank yet and the money stays as it is. Wait for the answer, or for the shop's time to run out.",
  }),
  MERCHANT_NOT_ASKED: () => ({
    zh: "尚未询问商户，暂不能执行此操作，资金状态不变。请先开始核实。",
    en: "The shop has not been asked yet, so this has to wait and the money stays as it is. Begin verification first.",
  }),
  REFUND_IN_FLIGHT: () => ({
    zh: "一笔退款正在途中，仍可能到账。为避免重复付款，暂不能就同一笔款项采取其他途径。请等待退款成功或失败的结果。",
    en: "A refund is on its way and may still arrive, so no other road is opened for the same money: it could be paid twice. Wait until the refund has settled or failed.",
  }),
  REFUND_PAID_OUTSIDE: () => ({
    zh: "一笔退款已登记为线下支付，正等待其他同事确认。为避免重复付款，确认之前不能就同一笔款项另行处理。请等待确认结果。",
    en: "A refund was recorded as paid outside and waits for another person to agree, so nothing else is done with the same money: it could be paid twice. Wait for their answer.",
  }),
  REFUND_NOT_RETRYABLE: () => ({
    zh: "没有可以重新发送的退款。重复发送可能导致重复付款，因此未发送。请查看收单机构的答复，了解可行的处理方式。",
    en: "There is no refund that may be sent again, and sending twice could pay twice, so nothing was sent. Read the provider's answer on the refund to see what is possible.",
  }),
  UNKNOWN_REASON_CODE: ({ network, reasonCode }) => ({
    zh: `${network} 的规则中没有原因代码“${reasonCode}”，案件未提交银行，资金状态不变。请从该卡组织的代码表中选择。`,
    en: `${network} has no reason code “${reasonCode}”, so the case did not go to the bank and the money stays as it is. Choose one from the network's list.`,
  }),
  REFUND_NOT_FAILED: () => ({
    zh: "只有失败的退款才能登记为线下支付；目前没有失败的退款，未作登记，资金状态不变。请等待收单机构的结果。",
    en: "Only a refund that failed can be recorded as paid outside, and none has, so nothing was recorded and the money stays as it is. Wait for what the provider says.",
  }),
  PROOF_OF_PAYMENT_MISSING: () => ({
    zh: "案件中没有所选的付款证明，未作登记，资金状态不变。请先以“付款证明”类别上传转账回单，再登记。",
    en: "The case has no such proof of payment, so nothing was recorded and the money stays as it is. Attach the transfer slip as “Proof of payment” first, then record it.",
  }),
  STEP_NOT_OPEN: () => ({
    zh: "该步骤在当前的银行或机构程序中尚未开放或已经结束，未作记录，资金状态不变。请在案件中查看目前可进行的步骤。",
    en: "That step is not open at this stage at the bank or the agency, so nothing was recorded and the money stays as it is. See on the case which steps are open now.",
  }),
  CLOCK_STILL_RUNS: () => ({
    zh: "顾客的补充时限未到，案件不会失效，资金状态不变。期满后系统会自动处理。",
    en: "The customer still has time to answer, so the case does not lapse and the money stays as it is. When the time is over, it lapses by itself.",
  }),
  ALREADY_THEIRS: () => ({
    zh: "案件已由所选同事负责，未作变更，资金状态不变。如需换人处理，请另选一位同事。",
    en: "That colleague has the case already, so nothing was changed and the money stays as it is. To hand it on, choose somebody else.",
  }),
  ASSIGNEE_CANNOT_WORK: () => ({
    zh: "所选同事的角色不能处理案件，案件仍由原负责人处理，资金状态不变。请选择客服或主管。",
    en: "That colleague's role does not work cases, so the case stays with whoever has it and the money stays as it is. Choose a support agent or a supervisor.",
  }),
  UNKNOWN_STAFF: () => ({
    zh: "找不到所选同事，或其账号已停用；案件仍由原负责人处理，资金状态不变。请从名单中另选一位。",
    en: "That colleague is not here, or no longer active, so the case stays with whoever has it and the money stays as it is. Choose somebody else from the list.",
  }),
  UNKNOWN_COLLEAGUE: () => ({
    zh: "备注中提到的同事不存在、已停用，或其角色看不到本案；备注未保存，资金状态不变。请从名单中另选一位后重试。",
    en: "A colleague whom the note mentions is not here, has left, or cannot see this case, so the note was not saved and the money stays as it is. Choose somebody else from the list and save it again.",
  }),
  MESSAGE_NOT_HELD: () => ({
    zh: "该消息已撤回或已发出，不会再次发送，资金状态不变。如仍需告知对方，请重新撰写。",
    en: "That message was taken back or has gone out already, so it is not sent again and the money stays as it is. If it still has to be said, write it anew.",
  }),
  SNOOZE_OUT_OF_RANGE: ({ mostDays }) => ({
    zh: `案件只能搁置到将来 ${mostDays} 天以内的时间；案件未搁置，资金状态不变。请另选一个时间。`,
    en: `A case can be put aside until a time within the next ${mostDays} days, so it stays in the queue and the money stays as it is. Choose another time.`,
  }),
  NOT_SNOOZED: () => ({
    zh: "案件没有被搁置，无需唤回，资金状态不变。",
    en: "The case is not put aside, so there is nothing to bring back and the money stays as it is.",
  }),
  FILE_TOO_LARGE: ({ mostBytes }) => ({
    zh: `文件超过 ${mostBytes / 1024 / 1024} MB，未上传，案件和资金均不变。请拍摄较小的照片，或将文件分开上传。`,
    en: `The file is larger than ${mostBytes / 1024 / 1024} MB, so it was not sent; the case and the money stay as they are. Take a smaller picture, or send it in parts.`,
  }),
  TOO_MANY_FILES: ({ most }) => ({
    zh: `本案的文件已达 ${most} 个的上限，未再接收，资金状态不变。请在消息中说明，或将几页合并为一个 PDF。`,
    en: `This case has its ${most} files already, so no more was taken; the money stays as it is. Say it in a message, or put several pages into one PDF.`,
  }),
  FILE_NOT_THERE: () => ({
    zh: "找不到该文件，未附到案件，资金状态不变。请重新上传。",
    en: "That file is not here, so nothing was attached and the money stays as it is. Upload it again.",
  }),
  FILE_ALREADY_ATTACHED: () => ({
    zh: "该文件已在案件中，无需重复上传，资金状态不变。",
    en: "That file is on the case already, so there was nothing to attach; the money stays as it is. Nothing more is needed.",
  }),
};

/** Whose word goes where, for whoever has one place alone to say it. */
const ownThreads: Readonly<Record<Of<"THREAD_NOT_YOURS">["own"], BilingualText>> = {
  CUSTOMER: { zh: "您与退款台之间的消息", en: "your own with the desk" },
  MERCHANT: { zh: "商户与退款台之间的消息", en: "the shop's with the desk" },
  BANK: { zh: "银行与退款台之间的消息", en: "the bank's with the desk" },
};

function notPermitted(needs: Permission, roles: RoleBook): BilingualText {
  const holders = holdersOf(roles, needs).map((role) => roleWords[role]);
  if (holders.length === 0) {
    return {
      zh: "此操作只由系统自动执行，资金状态不变。无需您处理。",
      en: "Only the desk itself does this, when its time has come; the money stays as it is. There is nothing for you to do.",
    };
  }
  const zh = list(holders.map((role) => role.zh)).zhOr;
  const en = list(holders.map((role) => role.en)).enOr;
  return {
    zh: `您的角色没有此权限，资金状态不变。此操作须由${zh}执行，请与其联系。`,
    en: `Your role does not include this, and the money stays as it is. It takes ${en}: ask them to do it.`,
  };
}

const aboveClaim = (claimed: Of<"ABOVE_CLAIM">["claimed"]): BilingualText => ({
  zh: `顾客申请的金额为 ${formatMoney(claimed, "zh-CN")}，超出部分须另行申请；没有退款，也没有冻结款项。请填写不超过该数的金额。`,
  en: `The customer asked for ${formatMoney(claimed, "en")}, and more than that is a new request, so nothing was sent or held. Enter at most that amount.`,
});

const aboveWhatIsLeft = (claimed: Of<"ABOVE_CLAIM">["claimed"], left: Of<"ABOVE_CLAIM">["left"]): BilingualText => ({
  zh: `顾客申请的金额为 ${formatMoney(claimed, "zh-CN")}，本案已退回或已被银行扣回一部分，尚余 ${formatMoney(left, "zh-CN")}；没有退款，也没有冻结款项。请填写不超过余额的金额；如需更多，须另行申请。`,
  en: `The customer asked for ${formatMoney(claimed, "en")}, and over this case some has gone back or was taken back by the bank: ${formatMoney(left, "en")} of it is left. Nothing was sent or held. Enter at most what is left; more is a new request.`,
});

const aboveRefundable = (refundable: Of<"ABOVE_REFUNDABLE">["refundable"]): BilingualText => ({
  zh: `该交易目前最多可退 ${formatMoney(refundable, "zh-CN")}，其余已退回、在途或已被银行扣回；没有退款，也没有冻结款项。请填写不超过该数的金额。`,
  en: `Only ${formatMoney(refundable, "en")} can still go back over this sale: the rest has gone back, is on its way, or was taken back by the bank. Nothing was sent or held. Enter at most that amount.`,
});

const nothingRefundable: BilingualText = {
  zh: "该交易已没有可退余额：款项已全部退回、在途或已被银行扣回；没有退款，也没有冻结款项。请查看该交易的退款记录。",
  en: "Nothing can go back over this sale any more: all of it has gone back, is on its way, or was taken back by the bank. Nothing was sent or held. See the sale's refunds.",
};

const overrideReasonMissing: Readonly<Record<Of<"OVERRIDE_REASON_MISSING">["verdict"], BilingualText>> = {
  APPROVE: {
    zh: "退款政策的裁定是同意退款，您的决定与之不同。可以这样决定，但须说明理由，供合规专员查阅；目前资金未变动。请填写理由后重试。",
    en: "The policy says approve, and you decide otherwise. You may, with a reason that compliance reads; no money has moved. Give the reason and try again.",
  },
  DECLINE: {
    zh: "退款政策的裁定是拒绝退款，您的决定与之不同。可以这样决定，但须说明理由，供合规专员查阅；目前资金未变动。请填写理由后重试。",
    en: "The policy says decline, and you decide otherwise. You may, with a reason that compliance reads; no money has moved. Give the reason and try again.",
  },
  REVIEW: {
    zh: "退款政策未能裁定本案，由客服决定。请说明同意退款的理由，供合规专员查阅；目前资金未变动。填写理由后重试。",
    en: "The policy leaves this case to a person, so it wants your reason, which compliance reads; no money has moved. Give the reason and try again.",
  },
};

const neverReopens: BilingualText = {
  zh: "本案不能重新处理，结果和资金均不变。如有新情况，请另立案件。",
  en: "This case cannot be taken up again; its result and the money stay as they are. If something new has turned up, open a new case.",
};

const reopenWindowClosed = (closedAt: Date): BilingualText => ({
  zh: `重新处理的期限已于${inWords(closedAt).zh}结束，结果和资金均不变。如有新情况，请另立案件。`,
  en: `The time to take this case up again ended on ${inWords(closedAt).en}; its result and the money stay as they are. If something new has turned up, open a new case.`,
});

const lists = {
  zhAnd: new Intl.ListFormat("zh-CN", { type: "conjunction" }),
  zhOr: new Intl.ListFormat("zh-CN", { type: "disjunction" }),
  enAnd: new Intl.ListFormat("en", { type: "conjunction" }),
  enOr: new Intl.ListFormat("en", { type: "disjunction" }),
};

function list(words: readonly string[]) {
  const written = [...words];
  return {
    zhAnd: lists.zhAnd.format(written),
    zhOr: lists.zhOr.format(written),
    enAnd: lists.enAnd.format(written),
    enOr: lists.enOr.format(written),
  };
}

/** A moment as people say it, with the place whose clock it is. */
function inWords(at: Date): BilingualText {
  const timeZone = deskTimeZone();
  const minutes = { dateStyle: "long", timeStyle: "short", timeZone, hourCycle: "h23" } as const;
  const place = zoneName(timeZone);
  return {
    zh: `${place.zh}${new Intl.DateTimeFormat("zh-CN", minutes).format(at)}`,
    en: `${new Intl.DateTimeFormat("en-GB", minutes).format(at)} ${place.en}`,
  };
}
