import type { TFunction } from "i18next";

/** Nobody answered, or the answer was an error: the two must not look alike. */
export type Failed =
  | { readonly kind: "unreached" | "forbidden" }
  /** `reference` finds it in the server's log. */
  | { readonly kind: "broken"; readonly reference: string | null };

/** The same as `FailureNotice` of a press, in one line, for the foot of a form that still has its button. */
export function failureLine(t: TFunction, failure: Failed): string {
  if (failure.kind !== "broken") return shortLine(t, failure.kind);
  const { reference } = failure;
  return reference === null ? t("failure.brokenLine") : t("failure.brokenLineWith", { reference });
}

/** The same of what changes nothing that anybody sees, as a question does not. */
export function harmlessFailureLine(t: TFunction, failure: Failed): string {
  if (failure.kind !== "broken") return shortLine(t, failure.kind);
  const { reference } = failure;
  return reference === null ? t("failure.brokenHarmless") : t("failure.brokenHarmlessWith", { reference });
}

function shortLine(t: TFunction, kind: "unreached" | "forbidden"): string {
  return t(kind === "unreached" ? "failure.unreachedLine" : "failure.forbiddenLine");
}
