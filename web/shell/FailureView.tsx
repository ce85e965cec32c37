import type { ComponentProps } from "react";
import { FailureNotice } from "../ui/FailureNotice.tsx";
import css from "./failure-view.module.css";

/** In the place of a page, or of a part of one, that could not be read or sent. */
export function FailureView(failed: ComponentProps<typeof FailureNotice>) {
  return (
    <div className={css.failure}>
      <FailureNotice {...failed} />
    </div>
  );
}
