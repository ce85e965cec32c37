import { useTranslation } from "react-i18next";
import { Field } from "../../../ui/Field.tsx";
import type { BulkAction } from "./bulk-actions.ts";
import type { BulkPart } from "./bulk-parts.ts";
import type { BulkDraft } from "./use-bulk-draft.ts";

/** A box for each language that is read, and how many read it. What has been sent already stands as it was sent. */
export function BulkWords({
  action,
  parts,
  draft,
  isTried,
  isSent,
}: {
  readonly action: Exclude<BulkAction, "ASSIGN">;
  readonly parts: readonly BulkPart[];
  readonly draft: BulkDraft;
  /** Somebody has tried to send it as it stands. */
  readonly isTried: boolean;
  readonly isSent: (part: BulkPart) => boolean;
}) {
  const { t } = useTranslation();
  function label({ reader, rows }: BulkPart): string {
    if (action === "ADD_NOTE" || reader === "desk") return t("bulk.note");
    const language = t(`common.language.${reader === "en" ? "EN" : "ZH_CN"}`);
    return t(`bulk.words.${action}`, { count: rows.length, language });
  }
  const isMissing = ({ reader }: BulkPart) => isTried && draft.textFor(reader).trim() === "";
  return parts.map((part, at) => (
    <Field key={part.reader} label={label(part)} error={isMissing(part) ? t("sheet.missing") : undefined}>
      {(control) => (
        <textarea
          {...control}
          // biome-ignore lint/a11y/noAutofocus: the sheet is this question, and is opened by a key
          autoFocus={at === 0}
          required
          rows={3}
          maxLength={4000}
          lang={part.reader === "desk" ? undefined : part.reader}
          readOnly={isSent(part)}
          value={draft.textFor(part.reader)}
          onChange={({ target }) => draft.write(part.reader, target.value)}
        />
      )}
    </Field>
  ));
}
