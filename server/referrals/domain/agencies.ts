import type { Bilingual } from "../../kernel/calendar.ts";

/** A consumer-protection agency, as the desk knows it. `confirmed` is false while nobody here has checked the entry against the agency's own text. */
export interface Agency {
  readonly code: string;
  readonly country: string;
  readonly name: Bilingual;
  /** How a complaint reaches it. */
  readonly channel: Bilingual;
  readonly address: string;
  /** Null where a complaint is not taken by telephone, or nobody here has checked its number. */
  readonly phone: string | null;
  /** What a complaint must say, in the agency's own order. */
  readonly requiredContent: readonly Bilingual[];
  /** Clock rules that start when the complaint is lodged, and when the agency takes it on. */
  readonly clockOnLodging: string | null;
  readonly clockOnMediation: string | null;
  readonly whoMayUseIt: Bilingual;
  readonly source: string;
  readonly confirmed: boolean;
}

export const agencies = [
  {
    code: "CN-12315",
    country: "CN",
    name: { zh: "全国12315平台（市场监督管理部门）", en: "12315, the market regulators' consumer platform" },
    channel: {
      zh: "网站、12315 APP、微信或支付宝小程序，或拨打 12315",
      en: "Web site, app, WeChat or Alipay mini-program, or by telephone 12315",
    },
    address: "https://www.12315.cn",
    phone: "12315",
    requiredContent: [
      { zh: "投诉人姓名、电话和通讯地址", en: "The complainant's name, telephone number and address" },
      { zh: "被投诉人的名称和地址", en: "The name and address of the business complained of" },
      { zh: "具体的投诉请求", en: "What is asked for" },
      { zh: "消费者权益争议事实", en: "The facts of the dispute" },
      { zh: "交易凭证、沟通记录等证据", en: "Proof: slips, records of what was said and offered" },
    ],
    clockOnLodging: "agency-accept",
    clockOnMediation: "agency-mediation",
    whoMayUseIt: {
      zh: "为生活消费需要购买商品或者接受服务的消费者",
      en: "Consumers who bought goods or services for their daily needs",
    },
    source: "消费者权益保护法 第39条、第46条；市场监督管理投诉举报处理办法",
    confirmed: true,
  },
  {
    code: "US-CFPB",
    country: "US",
    name: { zh: "美国消费者金融保护局", en: "Consumer Financial Protection Bureau" },
    channel: { zh: "网站提交", en: "Web site" },
    address: "https://www.consumerfinance.gov/complaint",
    phone: null,
    requiredContent: [
      { zh: "事情经过、日期和金额", en: "What happened, with dates and amounts" },
      { zh: "希望的解决方式", en: "What would be a fair resolution" },
      { zh: "公司名称和消费者联系方式", en: "The company's name and how to reach the consumer" },
    ],
    clockOnLodging: "us-cfpb-answer",
    clockOnMediation: null,
    whoMayUseIt: { zh: "金融产品或服务的消费者", en: "Consumers of financial products or services" },
    source: "12 CFR 1070; CFPB company response guide",
    confirmed: false,
  },
  {
    code: "UK-FOS",
    country: "GB",
    name: { zh: "英国金融申诉专员服务", en: "Financial Ombudsman Service" },
    channel: { zh: "网站、电话或信函", en: "Web site, telephone or letter" },
    address: "https://www.financial-ombudsman.org.uk",
    phone: null,
    requiredContent: [
      {
        zh: "机构的最终答复，或提出投诉满八周的证明",
        en: "The firm's final response, or proof that eight weeks have passed",
      },
      { zh: "事情经过与损失", en: "What happened and what was lost" },
    ],
    clockOnLodging: null,
    clockOnMediation: null,
    whoMayUseIt: {
      zh: "收到最终答复后或投诉满八周的消费者",
      en: "Consumers after a final response, or after eight weeks",
    },
    source: "FCA DISP 1.6, 2.8",
    confirmed: false,
  },
] as const satisfies readonly Agency[];

export type AgencyCode = (typeof agencies)[number]["code"];

export function findAgency(code: string): Agency | null {
  return agencies.find((agency) => agency.code === code) ?? null;
}

/** Where a customer of this desk can complain when no agency has had the case yet: by the country of the money. */
const agencyByCurrency: Readonly<Record<string, AgencyCode>> = { CNY: "CN-12315", USD: "US-CFPB", GBP: "UK-FOS" };

/** The agency that a case's customer is told of: the one that had it last, or else that of its money. */
export function agencyFor(code: string | null, currency: string): Agency {
  const found = findAgency(code ?? agencyByCurrency[currency] ?? "CN-12315") ?? findAgency("CN-12315");
  if (found === null) throw new Error("The directory of agencies is empty");
  return found;
}
