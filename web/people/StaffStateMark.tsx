import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../ui/Icon.tsx";
import type { StaffState } from "./staff-roles.ts";
import css from "./staff-state-mark.module.css";

const icons: Record<StaffState, IconName> = { INVITED: "send", ACTIVE: "check", SUSPENDED: "pause", LEFT: "close" };

/** How somebody stands, in a word led by its mark. */
export function StaffStateMark({ state }: { readonly state: StaffState }) {
  const { t } = useTranslation();
  return (
    <span className={`${css.mark} ${css[state]}`}>
      <Icon name={icons[state]} />
      {t(`people.state.${state}`)}
    </span>
  );
}
