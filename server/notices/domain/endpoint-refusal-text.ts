import type { Bilingual } from "../../kernel/calendar.ts";
import { type EndpointRefusal, longestAddress, mostEndpoints } from "./endpoint.ts";

/** Why an endpoint was not changed, in words that say what to do. */
export const endpointRefusalTexts: Readonly<Record<EndpointRefusal["code"], Bilingual>> = {
  ADDRESS_UNUSABLE: {
    zh: `请填写完整的网址，例如 https://example.com/hooks；不能包含用户名、密码或 # 片段，最长 ${longestAddress} 个字符。`,
    en: `Give a whole address such as https://example.com/hooks, without a user name, a password or a # part, and of ${longestAddress} characters at most.`,
  },
  ADDRESS_PLAIN: {
    zh: "地址必须以 https:// 开头，否则内容会以明文传输。",
    en: "The address must begin with https://; anything else would be sent in the clear.",
  },
  ADDRESS_PRIVATE: {
    zh: "该地址位于内部网络，工作台不会向其发送。请对方提供公网地址。",
    en: "This address lies inside a private network, where the desk sends nothing. Ask for one on the public internet.",
  },
  ADDRESS_TAKEN: {
    zh: "该所有方已登记这个地址。请修改或恢复那一条。",
    en: "This owner has an endpoint at that address already. Change or resume that one.",
  },
  ADDRESS_SAME: {
    zh: "地址与现在相同，没有可保存的更改。",
    en: "The address is the same as now; there is nothing to save.",
  },
  OWNER_UNCLEAR: {
    zh: "请只选择一个所有方：商户、机构或退款通道。",
    en: "Choose exactly one owner: a merchant, an institution or a provider.",
  },
  OWNER_UNKNOWN: {
    zh: "找不到所选的商户、机构或退款通道，请重新选择。",
    en: "There is no such merchant, institution or provider. Choose again.",
  },
  TOO_MANY: {
    zh: `每个所有方最多 ${mostEndpoints} 个接收地址。请修改已有的地址。`,
    en: `An owner has ${mostEndpoints} endpoints at most. Change one that is there.`,
  },
  PAUSED_ALREADY: { zh: "该接收地址已经暂停。", en: "This endpoint is paused already." },
  ACTIVE_ALREADY: { zh: "该接收地址已在使用中。", en: "This endpoint is in use already." },
  PAUSED: {
    zh: "该接收地址已暂停，不会收到任何内容。请先恢复，再发送测试。",
    en: "This endpoint is paused and is sent nothing. Resume it first, then send the test.",
  },
};
