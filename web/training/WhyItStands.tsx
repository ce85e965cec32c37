import { useTranslation } from "react-i18next";

interface Words {
  readonly reason: string | null;
  readonly waivedBy: { readonly name: string } | null;
  readonly withdrawalReason: string | null;
  readonly withdrawnBy: { readonly name: string } | null;
}

/** Who waived a record, who withdrew it, and why: each in their own words, the waiver's also after it was withdrawn. */
export function WhyItStands({ record }: { readonly record: Words }) {
  const { t } = useTranslation();
  const { reason, waivedBy, withdrawalReason, withdrawnBy } = record;
  return (
    <>
      {waivedBy !== null && reason !== null && <small>{t("training.waived", { name: waivedBy.name, reason })}</small>}
      {withdrawnBy !== null && withdrawalReason !== null && (
        <small>{t("training.withdrawn", { name: withdrawnBy.name, reason: withdrawalReason })}</small>
      )}
    </>
  );
}
