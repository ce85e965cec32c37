import type { DeskSettings } from "../../settings/domain/desk-settings.ts";
import type { NoticeAudience } from "./words.ts";

/** Who writes, below every e-mail; a customer is told how to reach them as well. It stands in no wording, so none can lack it. */
export function signOff(
  { nameZh, nameEn, phone, email }: DeskSettings,
  audience: NoticeAudience,
  locale: "zh-CN" | "en",
): string {
  const isChinese = locale === "zh-CN";
  const ways = [
    ...(phone === null ? [] : [`${isChinese ? "电话" : "Phone"} ${phone}`]),
    ...(email === null ? [] : [`${isChinese ? "邮箱" : "E-mail"} ${email}`]),
  ];
  const name = isChinese ? nameZh : nameEn;
  return audience === "CUSTOMER" && ways.length > 0 ? `${name}\n${ways.join(" · ")}` : name;
}
