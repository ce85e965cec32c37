import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { exactText } from "../../../i18n/times.ts";
import { RegistryAnswer, RegistryAnswerFragment } from "../../../registry/RegistryAnswer.tsx";
import css from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Field } from "../../../ui/Field.tsx";

export const TerminalListFragment = graphql(`
  fragment TerminalList_merchant on Merchant {
    id
    version
    terminals {
      id
      number
      closedAt
    }
  }
`);

const AddTerminalMutation = graphql(
  `
    mutation AddTerminal($input: AddTerminalInput!) {
      answer: addTerminal(input: $input) {
        __typename
        ... on MerchantKept {
          merchant {
            id
            ...TerminalList_merchant
          }
        }
        ...RegistryAnswer_problem
      }
    }
  `,
  [TerminalListFragment, RegistryAnswerFragment],
);
const CloseTerminalMutation = graphql(
  `
    mutation CloseTerminal($input: MoveTerminalInput!) {
      answer: closeTerminal(input: $input) {
        __typename
        ... on MerchantKept {
          merchant {
            id
            ...TerminalList_merchant
          }
        }
        ...RegistryAnswer_problem
      }
    }
  `,
  [TerminalListFragment, RegistryAnswerFragment],
);
const ReopenTerminalMutation = graphql(
  `
    mutation ReopenTerminal($input: MoveTerminalInput!) {
      answer: reopenTerminal(input: $input) {
        __typename
        ... on MerchantKept {
          merchant {
            id
            ...TerminalList_merchant
          }
        }
        ...RegistryAnswer_problem
      }
    }
  `,
  [TerminalListFragment, RegistryAnswerFragment],
);

/** A merchant's terminals, each in use or closed, and a line to register another. */
export function TerminalList({
  merchant,
  onKept,
}: {
  readonly merchant: FragmentOf<typeof TerminalListFragment>;
  readonly onKept: () => void;
}) {
  const { t } = useTranslation();
  const { id: merchantId, version: expectedVersion, terminals } = readFragment(TerminalListFragment, merchant);
  const [number, setNumber] = useState("");
  const adding = useMutation(AddTerminalMutation);
  const closing = useMutation(CloseTerminalMutation);
  const reopening = useMutation(ReopenTerminalMutation);
  /** What was pressed last: what is told is told of that, and tried again is that. */
  const [last, setLast] = useState<{ readonly kind: "add" | "close" | "reopen"; readonly again: () => void } | null>(
    null,
  );
  const { data, error, fetching } = { add: adding[0], close: closing[0], reopen: reopening[0] }[last?.kind ?? "add"];
  const answer = data?.answer;

  async function add(): Promise<void> {
    setLast({ kind: "add", again: () => void add() });
    const told = await adding[1]({ input: { merchantId, expectedVersion, number } });
    // What was typed since is the next one.
    if (told.data?.answer.__typename === "MerchantKept") setNumber((now) => (now === number ? "" : now));
    if (told.data !== undefined) onKept();
  }

  async function set(terminalId: string, isClosed: boolean): Promise<void> {
    const input = { merchantId, expectedVersion, terminalId };
    setLast({ kind: isClosed ? "reopen" : "close", again: () => void set(terminalId, isClosed) });
    const told = isClosed ? await reopening[1]({ input }) : await closing[1]({ input });
    if (told.data !== undefined) onKept();
  }

  return (
    <section className={css.part}>
      <h3>{t("registry.terminals")}</h3>
      <p className={css.small}>{terminals.length === 0 ? t("registry.noTerminals") : t("registry.terminalHint")}</p>
      <ul>
        {terminals.map(({ id, number: terminal, closedAt }) => (
          <li key={id} className={css.terminal}>
            <span>
              <code>{terminal}</code>
              {closedAt !== null && (
                <span className={css.below}>{t("registry.closedSince", { at: exactText(closedAt) })}</span>
              )}
            </span>
            <Button
              size="small"
              disabled={fetching}
              aria-label={t(closedAt === null ? "registry.closeTerminal" : "registry.reopenTerminal", {
                number: terminal,
              })}
              onClick={() => void set(id, closedAt !== null)}
            >
              {t(closedAt === null ? "registry.close" : "registry.reopen")}
            </Button>
          </li>
        ))}
      </ul>
      <form
        className={css.inline}
        onSubmit={(event) => {
          event.preventDefault();
          void add();
        }}
      >
        <Field label={t("registry.terminalNumber")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={32}
              value={number}
              onChange={({ target }) => setNumber(target.value)}
            />
          )}
        </Field>
        <Button type="submit" busy={fetching}>
          {t("registry.addTerminal")}
        </Button>
      </form>
      {answer !== undefined && answer.__typename !== "MerchantKept" && <RegistryAnswer problem={answer} />}
      {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={last?.again} />}
    </section>
  );
}
