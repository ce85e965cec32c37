import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "react-router";
import { useViewer, type Viewer } from "../../shell/viewer.ts";
import { currentInSight } from "../../ui/current-in-sight.ts";
import css from "../room-tabs.module.css";

const tabs = [
  { name: "matrix", permission: "TRAINING_READ" },
  { name: "courses", permission: "TRAINING_MANAGE" },
  { name: "rules", permission: "TRAINING_READ" },
  { name: "records", permission: "TRAINING_READ" },
  { name: "mine", permission: "TRAINING_LEARN" },
] as const satisfies readonly { readonly name: string; readonly permission: Viewer["permissions"][number] }[];

/** Pages that belong to a tab, though their address is not beneath it. */
const pagesOf: Readonly<Partial<Record<(typeof tabs)[number]["name"], readonly string[]>>> = {
  matrix: ["/training/assign", "/training/people"],
  records: ["/training/import"],
};

const isAt = (path: string, page: string) => path === page || path.startsWith(`${page}/`);

/** The head of every page of the trainer's room. */
export function TrainingTabs({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const { pathname } = useLocation();
  const shown = tabs.filter(({ permission }) => permissions.includes(permission));
  const isCurrent = (name: (typeof tabs)[number]["name"]) =>
    [`/training/${name}`, ...(pagesOf[name] ?? [])].some((page) => isAt(pathname, page));
  return (
    <div className={css.head}>
      <h1>{t("training.title")}</h1>
      {shown.length > 1 && (
        <nav ref={currentInSight} className={css.tabs} aria-label={t("training.title")}>
          {shown.map(({ name }) => (
            <Link key={name} to={`/training/${name}`} aria-current={isCurrent(name) ? "page" : undefined}>
              {t(`training.tabs.${name}`)}
            </Link>
          ))}
        </nav>
      )}
      <div className={css.end}>{children}</div>
    </div>
  );
}
