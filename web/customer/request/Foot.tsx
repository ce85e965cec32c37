import type { ReactNode } from "react";
import { Icon } from "../../ui/Icon.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./foot.module.css";

/** The one button of a screen, and below it that nothing typed is lost. */
export function Foot({ children }: { readonly children: ReactNode }) {
  const { t } = useReader();
  return (
    <div className={css.foot}>
      {children}
      <p className={css.saved}>
        <Icon name="check" size="s" />
        {t.saved}
      </p>
    </div>
  );
}
