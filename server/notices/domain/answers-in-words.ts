import type { Bilingual } from "../../kernel/calendar.ts";
import type { NoticeAttemptAnswer } from "./words.ts";

interface AnswerInWords {
  readonly happened: Bilingual;
  /** What somebody should now do. */
  readonly todo: Bilingual;
  /** The same for whoever may not send it again, where that is what is to be done. */
  readonly todoByOthers?: Bilingual;
}

const nothing: Bilingual = { zh: "无需处理，系统会自动重试。", en: "Nothing: the desk tries again by itself." };

/** What stays on the desk is shown by `/mailbox`; its address is kept, and by that it is known. */
export const mailboxCode = "MAILBOX";

const keptHere: Bilingual = {
  zh: "已放入演示信箱，没有向外发送。",
  en: "It was put into the demo's mailbox; nothing left the desk.",
};

/** How a try went, for whoever looks after deliveries. */
export const answersInWords: Readonly<Record<NoticeAttemptAnswer, AnswerInWords>> = {
  SENDING: {
    happened: { zh: "正在发送，或发送中断。", en: "It is being sent, or the desk was interrupted." },
    todo: nothing,
  },
  DELIVERED: {
    happened: { zh: "对方已接收。", en: "The other side took it." },
    todo: { zh: "无需处理。", en: "Nothing." },
  },
  REFUSED: {
    happened: { zh: "对方拒收，重试无效。", en: "The other side refused it, and would again." },
    todo: {
      zh: "核对联系方式或接口地址，改正后重新发送。",
      en: "Check the contact or the address, put it right, and send it again.",
    },
    todoByOthers: {
      zh: "核对联系方式或接口地址并改正，再请有权限的同事重新发送。",
      en: "Check the contact or the address and put it right. A colleague who may send notices again can then do so.",
    },
  },
  PUT_OFF: { happened: { zh: "对方暂时无法接收。", en: "The other side cannot take it now." }, todo: nothing },
  UNREACHABLE: { happened: { zh: "无法连接对方。", en: "The other side could not be reached." }, todo: nothing },
  TIMED_OUT: { happened: { zh: "对方没有及时应答。", en: "The other side did not answer in time." }, todo: nothing },
  NOT_ALLOWED: {
    happened: { zh: "地址位于内部网络，未发送。", en: "The address lies inside our own network, so nothing was sent." },
    todo: { zh: "请对方提供公网地址。", en: "Ask for an address on the public internet." },
  },
  NOT_SET_UP: {
    happened: { zh: "工作台尚未设置此渠道。", en: "This channel is not set up on the desk." },
    todo: { zh: "请管理员设置后重新发送。", en: "Have an administrator set it up, then send it again." },
    todoByOthers: {
      zh: "请管理员设置，再请有权限的同事重新发送。",
      en: "Have an administrator set it up. A colleague who may send notices again can then do so.",
    },
  },
};

/** What happened, and what the channel said of it where that tells anything more. */
export function happenedIn(answer: NoticeAttemptAnswer, code: string | null) {
  return code === mailboxCode
    ? { happened: keptHere, code: null }
    : { happened: answersInWords[answer].happened, code };
}

/** What to do, for one who may send notices again and for one who may not. */
export function todoFor(answer: NoticeAttemptAnswer, mayReplay: boolean): Bilingual {
  const { todo, todoByOthers = todo } = answersInWords[answer];
  return mayReplay ? todo : todoByOthers;
}
