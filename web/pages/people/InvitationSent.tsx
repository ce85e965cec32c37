import { useTranslation } from "react-i18next";
import type { NoticeState } from "../../graphql/words.ts";
import { exactText } from "../../i18n/times.ts";
import { NoticeWords } from "../../notices/NoticeWords.tsx";

/** Whether the mail went out that invited somebody, and what it says. */
export function InvitationSent({
  invitation: { state, locale, at, text },
}: {
  readonly invitation: {
    readonly state: NoticeState;
    readonly locale: "ZH_CN" | "EN";
    readonly at: string;
    readonly text: { readonly subject: string; readonly body: string } | null;
  };
}) {
  const { t } = useTranslation();
  return (
    <>
      <p>{t(`people.invitationMail.${state}`, { at: exactText(at) })}</p>
      {text !== null && <NoticeWords locale={locale} subject={text.subject} body={text.body} isShort={false} />}
    </>
  );
}
