import { useTranslation } from "react-i18next";
import { Link } from "react-router";
import { Notice } from "../ui/Notice.tsx";
import page from "./list-page.module.css";

/** In the place of a room that is not the viewer's: it says so, and leads to what is. */
export function ShutRoom({ name }: { readonly name: string }) {
  const { t } = useTranslation();
  return (
    <div className={page.page}>
      <title>{t("common.title", { page: name })}</title>
      <h1>{name}</h1>
      <div className={page.shut}>
        <Notice kind="no" title={t("failure.forbiddenTitle")} action={<Link to="/">{t("failure.toStart")}</Link>}>
          <p>{t("failure.forbidden")}</p>
        </Notice>
      </div>
    </div>
  );
}
