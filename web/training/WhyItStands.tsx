import { useTranslation } from "react-i18next";
import { exactText } from "../i18n/times.ts";

interface Words {
  readonly reason: string | null;
  readonly waivedBy: { readonly name: string } | null;
  readonly withdrawalReason: string | null;
  readonly withdrawnAt: string | null;
  readonly withdrawnBy: { readonly name: string } | null;
}

/** Who waived a record, who withdrew it and when, and why: each in their own words, the waiver's also after it was withdrawn. */
export function WhyItStands({ record }: { readonly record: Words }) {
  const { t } = useTranslation();
  const { reason, waivedBy, withdrawalReason, withdrawnAt, withdrawnBy } = record;
  return (
    <>
      {waivedBy !== null && reason !== null && <small>{t("training.waived", { name: waivedBy.name, reason })}</small>}
      {withdrawnBy !== null && withdrawnAt !== null && withdrawalReason !== null && (
        <small>
          {t("training.withdrawn", { name: withdrawnBy.name, at: exactText(withdrawnAt), reason: withdrawalReason })}
        </small>
      )}
    </>
  );
}
