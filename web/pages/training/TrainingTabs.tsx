import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { NavLink } from "react-router";
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

/** The head of every page of the trainer's room. */
export function TrainingTabs({ children }: { readonly children?: ReactNode }) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const shown = tabs.filter(({ permission }) => permissions.includes(permission));
  return (
    <div className={css.head}>
      <h1>{t("training.title")}</h1>
      {shown.length > 1 && (
        <nav ref={currentInSight} className={css.tabs} aria-label={t("training.title")}>
          {shown.map(({ name }) => (
            <NavLink key={name} to={`/training/${name}`}>
              {t(`training.tabs.${name}`)}
            </NavLink>
          ))}
        </nav>
      )}
      <div className={css.end}>{children}</div>
    </div>
  );
}
