import { htmlText } from "../kernel/html-text.ts";
import { plainPage } from "../kernel/plain-page.ts";
import { zoneName } from "../kernel/zone-name.ts";
import { dayIn, stampIn, startOfDay } from "../kernel/zoned-time.ts";
import type { Locale } from "../request-context.ts";
import type { DeskSettings } from "../settings/domain/desk-settings.ts";
import { versionName } from "./domain/choose-policy.ts";
import { feeSentences } from "./domain/fee-words.ts";
import type { BilingualText, PolicyContent } from "./domain/policy-content.ts";
import { proofWords, reasonWords, wordsOf } from "./domain/policy-words.ts";
import type { PolicyVersionRow } from "./queries/policy-versions.ts";

export interface PublicPolicy {
  readonly name: string;
  readonly label: BilingualText;
  readonly shown: PolicyVersionRow;
  /** The published versions, the newest first. */
  readonly versions: readonly PolicyVersionRow[];
  readonly now: Date;
  /** Whose policy it is, and how its readers reach them. */
  readonly desk: Pick<DeskSettings, "nameZh" | "nameEn" | "phone" | "email">;
}

const words = {
  later: { zh: "尚未生效", en: "not in force yet" },
  history: { zh: "历史版本", en: "Earlier and later versions" },
  windows: { zh: "受理期限", en: "How long you have" },
  proofs: { zh: "可接受的凭证", en: "What proves the payment" },
  fees: { zh: "费用", en: "What it costs" },
  who: { zh: "谁负责什么", en: "Who answers for what" },
  usual: { zh: "其余原因", en: "every other reason" },
  print: { zh: "本页可以打印。", en: "This page can be printed." },
  ask: { zh: "申请退款", en: "Ask for a refund" },
  phone: { zh: "电话", en: "Phone" },
  email: { zh: "邮箱", en: "E-mail" },
  unknown: { zh: "没有这项政策", en: "There is no such policy" },
  unknownHint: { zh: "请核对地址。", en: "Check the address." },
  everyone: { zh: "适用于所有商户的政策", en: "The policy that holds for all merchants" },
} as const satisfies Readonly<Record<string, BilingualText>>;

const holdsFor = ({ zh, en }: BilingualText) => ({ zh: `适用于${zh}`, en: `Holds for ${en}` });

/** The policy as everybody may read it: one plain page that needs no script, in either language, fit for paper. */
export function publicPolicyPage({ name, label, shown, versions, now, desk }: PublicPolicy, locale: Locale): string {
  const say = (text: BilingualText) => htmlText(locale === "zh-CN" ? text.zh : text.en);
  const { content } = shown;
  const other = locale === "zh-CN" ? "en" : "zh-CN";
  const address = (version: PolicyVersionRow, language: Locale) =>
    `/policy/${encodeURIComponent(name)}?lang=${language}&amp;version=${versionName(version)}`;
  const paragraphs = (locale === "zh-CN" ? content.publicText.zh : content.publicText.en).split(/\n{2,}/);
  return `<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${say(content.title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<p class="quiet">${say({ zh: desk.nameZh, en: desk.nameEn })} · ${linkIn(other, address(shown, other))}</p>
<h1>${say(content.title)}</h1>
<p class="quiet">${say(holdsFor(label))} · ${versionName(shown)} · ${say(beginning(shown))}</p>
${paragraphs.map((paragraph) => `<p>${htmlText(paragraph)}</p>`).join("\n")}
<h2>${say(words.windows)}</h2>
<ul class="words">${windowsOf(content)
    .map(
      ([reason, days]) =>
        `<li>${say(reason)}${locale === "zh-CN" ? `：${days} 天` : `: ${days} ${days === 1 ? "day" : "days"}`}</li>`,
    )
    .join("")}</ul>
${content.proof.needed ? `<h2>${say(words.proofs)}</h2><ul class="words">${content.proof.anyOf.map((kind) => `<li>${say(proofWords[kind])}</li>`).join("")}</ul>` : ""}
<h2>${say(words.fees)}</h2>
${feeSentences(content)
  .map((sentence) => `<p>${say(sentence)}</p>`)
  .join("\n")}
<h2>${say(words.who)}</h2>
<dl>${content.responsibilities.map(({ step, who, what }) => `<dt>${say(step)} · ${say(who)}</dt><dd>${say(what)}</dd>`).join("")}</dl>
<h2>${say(words.history)}</h2>
<ul>${versions.map((version) => `<li${version.id === shown.id ? ' aria-current="true"' : ""}><a href="${address(version, locale)}">${versionName(version)}</a> · ${say(beginning(version))}${version.effectiveFrom > now ? ` · ${say(words.later)}` : ""}</li>`).join("")}</ul>
${reachedBy(desk, say)}<p class="quiet">${say(words.print)} <a href="/r/new?lang=${locale}">${say(words.ask)}</a></p>
</main>
</body>
</html>
`;
}

/** To the same page in a language, by that language's own name. */
function linkIn(language: Locale, href: string): string {
  return `<a lang="${language}" hreflang="${language}" href="${href}">${language === "en" ? "English" : "中文"}</a>`;
}

/** To whoever follows an address that leads to none: that it is so, and the way to what holds for everybody. */
export function noSuchPolicyPage(locale: Locale): string {
  const say = (text: BilingualText) => htmlText(locale === "zh-CN" ? text.zh : text.en);
  const way = `<p><a href="/policy/?lang=${locale}">${say(words.everyone)}</a></p>`;
  const other = locale === "en" ? "zh-CN" : "en";
  const inOther = `<p class="quiet">${linkIn(other, `?lang=${other}`)}</p>`;
  const body = `${inOther}<h1>${say(words.unknown)}</h1><p>${say(words.unknownHint)}</p>${way}`;
  return plainPage({ locale, title: locale === "zh-CN" ? words.unknown.zh : words.unknown.en, body });
}

function reachedBy({ phone, email }: PublicPolicy["desk"], say: (text: BilingualText) => string): string {
  const ways = [
    ...(phone === null ? [] : [`${say(words.phone)} ${htmlText(phone)}`]),
    ...(email === null ? [] : [`${say(words.email)} ${htmlText(email)}`]),
  ];
  return ways.length === 0 ? "" : `<p>${ways.join(" · ")}</p>\n`;
}

/** The day of what begins with one, by the policy's own clocks; of what begins within a day the time as well, and whose it is. */
function beginning({ effectiveFrom: from, content: { timeZone } }: PolicyVersionRow): BilingualText {
  const on = dayIn(from, timeZone);
  if (startOfDay(on, timeZone).getTime() === from.getTime()) return { zh: `自 ${on}`, en: `from ${on}` };
  const [at, zone] = [stampIn(from, timeZone), zoneName(timeZone)];
  return { zh: `自 ${at}（${zone.zh}）`, en: `from ${at} (${zone.en})` };
}

function windowsOf(content: PolicyContent): readonly (readonly [BilingualText, number])[] {
  const own = Object.entries(content.windowDaysByReason).map(
    ([reason, days]) => [wordsOf(reasonWords, reason), days] as const,
  );
  return [...own, [words.usual, content.windowDays]];
}

const style = `:root{color-scheme:light dark}body{margin:0;font:16px/1.6 -apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif;color:#1a2230;background:#fff}main{max-width:42rem;margin:0 auto;padding:24px 16px 64px}h1{font-size:28px;line-height:1.3}h2{font-size:18px;margin-top:32px}a{color:#0958d9}.quiet{color:#5f6b7e;font-size:14px}dt{font-weight:600;margin-top:12px}dd{margin:0}li{margin:4px 0}.words li::first-letter{text-transform:uppercase}[aria-current]{font-weight:600}@media screen and (prefers-color-scheme:dark){body{color:#e7ebf1;background:#161c25}a{color:#85b4ff}.quiet{color:#929eaf}}@media print{a{color:inherit;text-decoration:none}h2,dt{break-after:avoid}}`;
