/** What a code on a slip can say, as a customer would have typed it. */
export interface SlipCode {
  readonly number?: string;
  readonly terminal?: string;
  readonly merchantNumber?: string;
  readonly last4?: string;
  readonly paid?: string;
  readonly currency?: string;
  readonly paidOn?: string;
}

/** The names that terminals, acquirers and their slips give to each, in small letters and without marks between. */
const names: Readonly<Record<keyof SlipCode, readonly string[]>> = {
  number: [
    ...["voucher", "voucherno", "vouchernumber", "vch", "trace", "traceno", "stan", "凭证号", "流水号"],
    ...["rrn", "refno", "retrievalreference", "retrievalreferencenumber", "参考号", "检索参考号", "系统参考号"],
    ...["reference", "ref", "orderid", "orderno", "transactionid", "txn", "txnid", "订单号", "交易单号"],
  ],
  terminal: ["terminal", "terminalid", "terminalno", "terminalnumber", "tid", "term", "终端号", "终端编号"],
  merchantNumber: ["merchant", "merchantid", "merchantno", "merchantnumber", "mid", "商户号", "商户编号"],
  last4: ["last4", "card", "cardlast4", "cardno", "pan", "卡号", "卡号后四位"],
  paid: ["amount", "amt", "total", "金额", "交易金额"],
  currency: ["currency", "cur", "ccy", "币种"],
  paidOn: ["date", "paidon", "day", "time", "datetime", "日期", "交易日期", "日期时间"],
};
const partOf = new Map(
  Object.entries(names).flatMap(([part, spellings]) => spellings.map((name) => [name, part] as const)),
);

const longestCode = 2000;

/**
 * Reads a code of a slip: a number by itself, pairs of name and value, or an address that carries them. Null for what is
 * no slip's: another code on the counter, or a card's own number, which is never taken.
 */
export function readCode(text: string): SlipCode | null {
  const plain = text.slice(0, longestCode).normalize("NFKC").trim();
  const alone = numberAlone(plain);
  if (alone !== null) return { number: alone };
  const said = new Map<string, string>();
  for (const [name, value] of pairsIn(plain)) {
    const part = partOf.get(name.toLowerCase().replace(/[\s_.-]+/g, ""));
    const read = part === undefined ? null : readers[part as keyof SlipCode](value.trim());
    if (part !== undefined && read !== null && !said.has(part)) said.set(part, read);
  }
  return said.has("number") ? Object.fromEntries(said) : null;
}

/** Digits as short as a voucher or as long as a retrieval reference; or an acquirer's own mark with letters and digits. */
function numberAlone(text: string): string | null {
  if (/^\d{1,8}$/.test(text) || /^\d{12}$/.test(text)) return text;
  return /^(?=.*[A-Za-z])(?=.*\d)[A-Za-z0-9][A-Za-z0-9-]{5,63}$/.test(text) ? text : null;
}

const longNumber = /\d{13,19}/;
const asIs = (fits: RegExp) => (value: string) => (fits.test(value) && !longNumber.test(value) ? value : null);

/** Each value is taken only in its own shape, so that a code that is made to mislead fills in nothing strange. */
const readers: Readonly<Record<keyof SlipCode, (value: string) => string | null>> = {
  number: asIs(/^[A-Za-z0-9-]{1,64}$/),
  terminal: asIs(/^[A-Za-z0-9-]{1,20}$/),
  merchantNumber: (value) => (/^[A-Za-z0-9-]{1,40}$/.test(value) ? value : null),
  // Masked as slips print it, or the four digits; of a whole number nothing.
  last4: (value) => /^(?:\d{0,6}[*xX•]+)?(\d{4})$/.exec(value.replace(/\s/g, ""))?.[1] ?? null,
  paid: (value) =>
    /^(?:[A-Z]{3}|[¥￥])?\s*(\d{1,9}(?:,\d{3})*(?:\.\d{1,3})?)$/.exec(value)?.[1]?.replaceAll(",", "") ?? null,
  currency: (value) => (/^[A-Z]{3}$/.test(value) ? value : null),
  paidOn: readDay,
};

function readDay(value: string): string | null {
  const [, year, month, day] = /^(20\d\d)[-/.年]?(\d\d?)[-/.月]?(\d\d?)/.exec(value) ?? [];
  if (year === undefined || month === undefined || day === undefined) return null;
  const iso = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return Number.isNaN(Date.parse(iso)) ? null : iso;
}

function pairsIn(text: string): readonly (readonly [name: string, value: string])[] {
  if (text.startsWith("{")) return pairsOfJson(text);
  if (/^https?:\/\//i.test(text) && URL.canParse(text)) {
    const { searchParams, hash } = new URL(text);
    return [...searchParams, ...new URLSearchParams(hash.replace(/^#\??/, ""))];
  }
  return text.split(/[\n\r&;|,]+(?=[^\n\r&;|,=:]*[=:])/).flatMap((piece) => {
    const [, name, value] = /^\s*([^=:]{1,40}?)\s*[=:]\s*(.*?)[\s;|&,]*$/s.exec(piece) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
}

function pairsOfJson(text: string): readonly (readonly [string, string])[] {
  try {
    const whole: unknown = JSON.parse(text);
    if (typeof whole !== "object" || whole === null) return [];
    return Object.entries(whole).map(([name, value]) => [name, String(value)]);
  } catch {
    // Begins like an object and is none: a code of something else.
    return [];
  }
}
