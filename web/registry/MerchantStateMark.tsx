import { useTranslation } from "react-i18next";
import { Icon, type IconName } from "../ui/Icon.tsx";
import { type MerchantState, merchantStateIcons } from "./merchant-states.ts";
import css from "./registry.module.css";

/** How a merchant stands, in a word led by its mark. */
export function MerchantStateMark({ state }: { readonly state: MerchantState }) {
  const { t } = useTranslation();
  const icon: IconName = merchantStateIcons[state];
  return (
    <span className={`${css.mark} ${css[state]}`}>
      <Icon name={icon} />
      {t(`registry.merchantState.${state}`)}
    </span>
  );
}
