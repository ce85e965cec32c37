import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { EmptyState } from "../ui/EmptyState.tsx";

export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <>
      <title>{t("common.title", { page: t("failure.notFoundTitle") })}</title>
      <EmptyState
        isPage
        title={t("failure.notFoundTitle")}
        hint={t("failure.notFound")}
        action={<Link to="/">{t("failure.toStart")}</Link>}
      />
    </>
  );
}
