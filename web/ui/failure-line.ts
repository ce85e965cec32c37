import type { TFunction } from "i18next";

/** Nobody answered, or the answer was an error: the two must not look alike. */
export type Failed =
  | { readonly kind: "unreached" | "forbidden" }
  /** `reference` finds it in the server's log. */
  | { readonly kind: "broken"; readonly reference: string | null };

/** The same as `FailureNotice` in one line, for the foot of a form that still has its button. */
export function failureLine(t: TFunction, failure: Failed): string {
  switch (failure.kind) {
    case "unreached":
      return t("failure.unreachedLine");
    case "forbidden":
      return t("failure.forbiddenLine");
    case "broken":
      return failure.reference === null
        ? t("failure.brokenLine")
        : t("failure.brokenLineWith", { reference: failure.reference });
  }
}
