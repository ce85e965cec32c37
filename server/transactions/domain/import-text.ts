import type { FileProblem, FileProblemCode, RowFault, RowProblemCode } from "./import-problem.ts";

export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

type Texts<T extends { readonly code: string }, C extends string> = {
  readonly [K in C]: (problem: Extract<T, { readonly code: K }>) => Bilingual;
};

const text = (zh: string, en: string) => () => ({ zh, en });

/** What each fault of a row means, and what to do about it where that is not plain. */
const rowTexts: Texts<RowFault, RowProblemCode> = {
  COLUMN_COUNT: ({ found, expected }) => ({
    zh: `该行有 ${found} 个字段，表头有 ${expected} 列`,
    en: `the row has ${found} fields, the heading ${expected}`,
  }),
  QUOTE_NOT_CLOSED: text("引号没有成对，该行无法读取", "a quotation mark is never closed, so the row cannot be read"),
  ROW_TOO_LARGE: ({ maxBytes }) => ({
    zh: `该行超过 ${maxBytes} 字节`,
    en: `the row is longer than ${maxBytes} bytes`,
  }),
  MISSING: text("缺失", "is missing"),
  TOO_LONG: ({ max }) => ({ zh: `超过 ${max} 个字符`, en: `is longer than ${max} characters` }),
  CONTROL_CHARACTER: text("含有控制字符", "contains a control character"),
  NOT_UTF8: text("含有非 UTF-8 字节", "contains bytes that are not UTF-8"),
  CARD_NUMBER: text("看起来是完整卡号，不得保存", "looks like a full card number, which may not be kept"),
  NOT_AN_IDENTIFIER: text(
    "不是有效的编号（只能用字母、数字和 . _ - : / #）",
    "is not an identifier (letters, digits and . _ - : / # only)",
  ),
  NOT_DIGITS: ({ digits }) => ({ zh: `应为 ${digits} 位数字`, en: `must be ${digits} digits` }),
  NOT_A_TIME: text("不是有效的时间，例如 2026-04-21T12:27:44Z", "is not a time such as 2026-04-21T12:27:44Z"),
  UNKNOWN_CURRENCY: text("不是 ISO 4217 货币代码", "is not an ISO 4217 currency"),
  UNKNOWN_WORD: ({ known }) => ({
    zh: `未知的值，可用：${known.join("、")}`,
    en: `is not known; known are ${known.join(", ")}`,
  }),
  AMOUNT_ZERO: text("金额为零", "is zero"),
  AMOUNT_EMPTY: text("缺失", "is missing"),
  AMOUNT_NEGATIVE: text("金额为负", "is negative"),
  AMOUNT_GROUPED: text("金额含有分隔符，请写成 1299.00", "has separators; write 1299.00"),
  AMOUNT_NOT_A_NUMBER: text("不是金额", "is not an amount"),
  AMOUNT_TOO_FINE: ({ currency, decimals }) => ({
    zh: `${currency} 最多 ${decimals} 位小数`,
    en: `has more decimals than ${currency} has (${decimals})`,
  }),
  AMOUNT_TOO_LARGE: text("金额过大", "is too large"),
  NOT_CAPTURED: ({ response }) => ({
    zh: `应答码 ${response} 表示未批准，没有扣款`,
    en: `${response} means that it was not approved, so nothing was captured`,
  }),
  NOT_A_SALE: ({ kind }) => ({
    zh: `${kind} 不是扣款，不能作为可退款的交易导入`,
    en: `a ${kind.toLowerCase()} takes no money from the card, so there is nothing to refund`,
  }),
  DIFFERS: ({ importedOn, was }) => ({
    zh: `与 ${importedOn} 导入的不同（原为 ${was}）；已导入的交易不会被改写`,
    en: `differs from what was imported on ${importedOn} (${was}); what was imported is never overwritten`,
  }),
  TRANSACTION_UNKNOWN: ({ reference }) => ({
    zh: `交易 ${reference} 的清算文件尚未导入；导入后请再次导入本文件`,
    en: `the settlement of ${reference} is not imported yet; import it, then this file again`,
  }),
  DUE_BEFORE_OPENED: text("答复期限早于开始时间", "is before the day on which the dispute was opened"),
  CURRENCY_OF_SALE: ({ expected }) => ({
    zh: `与原交易货币 ${expected} 不同`,
    en: `is not the currency of the sale, ${expected}`,
  }),
  ABOVE_SALE: ({ captured }) => ({
    zh: `高于原交易金额 ${captured}`,
    en: `is above the amount of the sale, ${captured}`,
  }),
  CARD_OF_SALE: text("与原交易的卡不同", "is not the card of the sale"),
  STATUS_NOT_REACHABLE: ({ from, to }) => ({
    zh: `争议处于 ${from}，不能转为 ${to}`,
    en: `the dispute stands at ${from} and cannot go to ${to}`,
  }),
  WITHDRAWN_HERE: ({ caseNumber }) => ({
    zh: `该争议已随案件 ${caseNumber} 撤回，撤回前银行曾扣款并已冲回；这一行可能是当时的旧消息，因此未入账。请向银行核实：如为撤回后的新扣款，请以撤回之后的开始时间重新导入`,
    en: `the dispute was withdrawn with case ${caseNumber}, and before that the bank had taken the money and given it back; this row may be old news of that, so nothing was booked. Ask the bank: a chargeback after the withdrawal is imported with a date after it`,
  }),
  CASE_BUSY: text(
    "该交易的案件正有退款在途；退款结束后请再次导入",
    "a refund of this sale is on its way; import again when it has ended",
  ),
  SLIP_NUMBER: text(
    "交易号、凭证号、检索参考号至少要有一项",
    "one of transaction_id, voucher_number and rrn is needed",
  ),
  CONTACT_MISSING: text("手机号和邮箱至少要有一项", "one of phone and email is needed"),
  NAME_TOO_LONG: text("超过 80 个字符", "is longer than 80 characters"),
  PHONE_INVALID: text("不是有效的电话号码", "is not a telephone number"),
  EMAIL_INVALID: text("不是有效的邮箱地址", "is not an e-mail address"),
  PAYMENT_NOT_FOUND: text(
    "没有与编号、卡尾号和日期都相符的付款；如清算文件尚未导入，请先导入",
    "no payment fits the number, the last four and the day; if its settlement is not imported yet, import that first",
  ),
  ALREADY_OPEN: ({ number }) => ({
    zh: `该付款已有未结案件 ${number}`,
    en: `there is an open case about this payment, ${number}`,
  }),
};

const fileTexts: Texts<FileProblem, FileProblemCode> = {
  EMPTY: text("文件是空的", "The file is empty."),
  NOT_TEXT: ({ looksLike }) => ({
    zh: `这不是 CSV 文本文件${notTextZh[looksLike]}`,
    en: `This is not a CSV text file${notTextEn[looksLike]}.`,
  }),
  NOT_UTF8: ({ looksLike, line }) => ({
    zh: `文件不是 UTF-8 编码${line === null ? "" : `（第 ${line} 行）`}，看起来是 ${looksLike}。请另存为 UTF-8 后再导入`,
    en: `The file is not UTF-8${line === null ? "" : ` (line ${line})`}; it looks like ${looksLike}. Save it as UTF-8 and import it again.`,
  }),
  COLUMNS_MISSING: ({ missing, found }) => ({
    zh: `缺少列：${missing.join("、")}。文件中的列：${found.join("、") || "无"}`,
    en: `Columns are missing: ${missing.join(", ")}. The file has: ${found.join(", ") || "none"}.`,
  }),
  COLUMNS_TWICE: ({ columns }) => ({
    zh: `列重复：${columns.join("、")}`,
    en: `Columns stand there twice: ${columns.join(", ")}.`,
  }),
  TOO_LARGE: ({ maxBytes }) => ({
    zh: `文件超过 ${Math.floor(maxBytes / 1e6)} MB，请分成几个文件`,
    en: `The file is larger than ${Math.floor(maxBytes / 1e6)} MB; split it.`,
  }),
  TOO_BROKEN: ({ line }) => ({
    zh: `到第 ${line} 行为止有太多行无法读取，导入已停止；此前的好行已保留`,
    en: `Too many lines up to line ${line} cannot be read, so reading stopped; the good rows before it are kept.`,
  }),
  UPLOAD_BROKE_OFF: text("上传中断，没有导入任何内容", "The upload broke off; nothing was imported."),
  STOPPED: text(
    "导入中途停止；已读取的好行已保留，可再次导入",
    "Reading stopped in the middle; the good rows so far are kept, and the file can be imported again.",
  ),
  OUR_FAULT: ({ reference }) => ({
    zh: `系统出错（${reference}）；已读取的好行已保留，可再次导入`,
    en: `Something went wrong on our side (${reference}); the good rows so far are kept, and the file can be imported again.`,
  }),
};

const notTextZh = {
  EXCEL_OR_ZIP: "，而是 Excel 或压缩文件，请另存为 CSV UTF-8",
  PDF: "，而是 PDF",
  PICTURE: "，而是图片",
  UNKNOWN: "",
};
const notTextEn = {
  EXCEL_OR_ZIP: " but an Excel or ZIP file; save it as CSV UTF-8",
  PDF: " but a PDF",
  PICTURE: " but a picture",
  UNKNOWN: "",
};

/** Each text takes its own kind of problem; the record's key and the problem's code are the same word. */
function textOf<T extends { readonly code: string }>(texts: unknown, problem: T): Bilingual {
  return (
    (texts as Readonly<Record<string, (problem: T) => Bilingual>>)[problem.code]?.(problem) ?? {
      zh: problem.code,
      en: problem.code,
    }
  );
}

export function rowProblemText(problem: RowFault): Bilingual {
  return textOf(rowTexts, problem);
}

export function fileProblemText(problem: FileProblem): Bilingual {
  return textOf(fileTexts, problem);
}
