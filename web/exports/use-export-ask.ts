import type { CombinedError } from "@urql/core";
import type { ResultOf } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { failureOf } from "../graphql/failure.ts";
import { useOneKey } from "../graphql/one-key.ts";
import { failureLine } from "../ui/failure-line.ts";
import type { StartExportMutation } from "./export-operations.ts";

/** Both mutations answer alike. */
type Answer = ResultOf<typeof StartExportMutation>["startExport"];
type Run = Extract<Answer, { readonly __typename: "ExportRun" }>;

interface Heard {
  /** Undefined where none arrived. */
  readonly answer: Answer | undefined;
  readonly error: CombinedError | undefined;
}

/** Asks for a file, by whichever mutation, under one key for one wish; what came of it is heard alike. Null: none was begun. */
export function useExportAsk(onAnswer: (run: Run | null) => void) {
  const { t } = useTranslation();
  const [trouble, setTrouble] = useState<string | null>(null);
  const key = useOneKey();

  async function ask(wish: unknown, send: (idempotencyKey: string) => Promise<Heard>): Promise<void> {
    const { answer, error } = await send(key.of(wish));
    if (answer === undefined) {
      const failure = failureOf(error);
      setTrouble(failure.kind === "unreached" ? t("exports.unreached") : failureLine(t, failure));
      return;
    }
    key.forget();
    const isBegun = answer.__typename === "ExportRun";
    setTrouble(isBegun ? null : answer.message);
    onAnswer(isBegun ? answer : null);
  }

  return { trouble, ask };
}
