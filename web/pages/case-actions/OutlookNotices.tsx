import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../../graphql/graphql.ts";
import { languageNames } from "../../i18n/language.ts";
import { useListText } from "../../i18n/use-list-text.ts";
import { kindAlone } from "../../notices/kind-alone.ts";
import { NoticeWords } from "../../notices/NoticeWords.tsx";
import { Segments } from "../../ui/Segments.tsx";
import css from "./action-sheet.module.css";

export const OutlookNoticesFragment = graphql(`
  fragment OutlookNotices_outlook on ActionOutlook {
    notices {
      kind
      audience
      deliveries {
        channel
        locale
        address
      }
      texts {
        locale
        text {
          subject
          body
          sms
        }
      }
    }
  }
`);

type Foreseen = ResultOf<typeof OutlookNoticesFragment>["notices"][number];
type Locale = Foreseen["texts"][number]["locale"];

const names: Readonly<Record<Locale, string>> = { ZH_CN: languageNames["zh-CN"], EN: languageNames.en };

/** Every notice that the action would cause: the customer's word by word in either language, the others by whom they reach. */
export function OutlookNotices({
  outlook,
  words,
}: {
  readonly outlook: FragmentOf<typeof OutlookNoticesFragment>;
  /** What is being written to the customer, as it would be sent along. */
  readonly words: string;
}) {
  const { t } = useTranslation();
  const { notices } = readFragment(OutlookNoticesFragment, outlook);
  const toCustomer = notices.filter(({ audience }) => audience === "CUSTOMER");
  const others = notices.filter(({ audience, deliveries }) => audience !== "CUSTOMER" && deliveries.length > 0);
  return (
    <>
      {toCustomer.map((notice) => (
        <CustomerNotice key={notice.kind} notice={notice} words={words} />
      ))}
      {others.length > 0 && (
        <div className={css.part}>
          <h3>{t("outlook.othersTold")}</h3>
          <ul className={css.told}>
            {others.map((notice) => (
              <OtherNotice key={notice.kind} notice={notice} />
            ))}
          </ul>
        </div>
      )}
    </>
  );
}

function CustomerNotice({ notice, words }: { readonly notice: Foreseen; readonly words: string }) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<Locale | null>(null);
  const shown = chosen ?? notice.deliveries[0]?.locale ?? "ZH_CN";
  const text = notice.texts.find(({ locale }) => locale === shown)?.text;
  if (text === undefined) return null;
  const filled = (template: string) => template.split("{message}").join(words === "" ? t("outlook.yourWords") : words);
  const ways = notice.deliveries.map(({ channel, address }) => ({
    channel,
    way:
      address === null
        ? t("outlook.nobody", { channel: t(`noticeChannel.${channel}`) })
        : t("outlook.way", { channel: t(`noticeChannel.${channel}`), address }),
  }));
  return (
    <div className={css.part}>
      <h3>{t("outlook.customerTold")}</h3>
      <div className={css.ways}>
        <Segments
          legend={t("outlook.language")}
          value={shown}
          onChange={setChosen}
          options={notice.texts.map(({ locale }) => ({ value: locale, label: names[locale] }))}
        />
        {ways.map(({ channel, way }) => (
          <span key={channel}>{way}</span>
        ))}
      </div>
      <NoticeWords locale={shown} subject={filled(text.subject)} body={filled(text.body)} isShort={false} />
      {text.sms !== null && ways.some(({ channel }) => channel === "SMS") && (
        <NoticeWords locale={shown} subject="" body={filled(text.sms)} isShort />
      )}
    </div>
  );
}

function OtherNotice({ notice: { kind, audience, deliveries } }: { readonly notice: Foreseen }) {
  const { t } = useTranslation();
  const list = useListText();
  const channels = [...new Set(deliveries.map(({ channel }) => channel))];
  return (
    <li>
      <span>
        {t("common.separated", { first: t(`noticeAudience.${audience}`), second: kindAlone(t(`noticeKind.${kind}`)) })}
      </span>
      <small>{list(channels.map((channel) => t(`noticeChannel.${channel}`)))}</small>
    </li>
  );
}
