import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { bytesText } from "../i18n/numbers.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Icon } from "../ui/Icon.tsx";
import { Part } from "../ui/Part.tsx";
import { useAsked } from "../ui/use-asked.ts";
import { EvidencePreview } from "./EvidencePreview.tsx";
import { EvidenceUpload } from "./EvidenceUpload.tsx";
import css from "./evidence-list.module.css";

export const EvidenceListFragment = graphql(`
  fragment EvidenceList_case on Case {
    id
    availableActions {
      action
      allowed
    }
    evidence {
      id
      kind
      fileName
      mediaType
      bytes
      sha256
      uploadedAt
      uploadedBy
      previewUrl
      url
    }
  }
`);

export type EvidenceFile = ResultOf<typeof EvidenceListFragment>["evidence"][number];

/** The files that prove something, each with a preview; and the way to add one. */
export function EvidenceList({
  case: of,
  onAdded,
}: {
  readonly case: FragmentOf<typeof EvidenceListFragment>;
  readonly onAdded: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { id, evidence, availableActions } = readFragment(EvidenceListFragment, of);
  const [asked, ask] = useAsked();
  const shown = evidence.find((file) => file.id === asked.get("evidence")) ?? null;
  const mayAdd = availableActions.some(({ action, allowed }) => action === "ATTACH_EVIDENCE" && allowed);
  return (
    <Part title={t("evidence.title")} aside={evidence.length > 0 && t("evidence.files", { count: evidence.length })}>
      {evidence.length === 0 && <p className={css.none}>{t("evidence.none")}</p>}
      <ul className={css.files}>
        {evidence.map((file) => (
          <li key={file.id}>
            <button type="button" data-prints onClick={() => ask("evidence", file.id)}>
              {file.mediaType.startsWith("image/") ? (
                <img src={file.previewUrl} alt="" loading="lazy" />
              ) : (
                <Icon name="document" />
              )}
              <span className={css.name}>{file.fileName}</span>
              <small>
                {t("common.separated", { first: t(`proofKind.${file.kind}`), second: bytesText(file.bytes, language) })}
              </small>
            </button>
          </li>
        ))}
      </ul>
      {mayAdd && <EvidenceUpload caseId={id} onAdded={onAdded} />}
      {shown !== null && <EvidencePreview file={shown} onClose={() => ask("evidence", null)} />}
    </Part>
  );
}
