import { type FragmentOf, type ResultOf, readFragment } from "gql.tada";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { amountText } from "../ui/amount.ts";
import { Button } from "../ui/Button.tsx";
import { Icon } from "../ui/Icon.tsx";
import { LearnInstead } from "../ui/LearnInstead.tsx";
import { Part } from "../ui/Part.tsx";
import { ShutAction } from "../ui/ShutAction.tsx";
import { useAsked } from "../ui/use-asked.ts";
import { byRank, isPartyAction, placeOfAction, recommended } from "./case-action.ts";
import css from "./case-actions.module.css";
import { DecisionTrace, DecisionTraceFragment } from "./DecisionTrace.tsx";
import { DecisionVerdict, DecisionVerdictFragment } from "./DecisionVerdict.tsx";

export const CaseActionsFragment = graphql(
  `
    fragment CaseActions_case on Case {
      amount {
        minor
        currency
      }
      proposed {
        minor
        currency
      }
      ownWord {
        action
        text
      }
      availableActions {
        action
        allowed
        reasons {
          code
          message
          course {
            id
            code
            title
          }
          colleagues {
            id
            name
          }
        }
      }
      decision {
        id
        outcome
        ...DecisionVerdict_decision
        ...DecisionTrace_decision
      }
    }
  `,
  [DecisionVerdictFragment, DecisionTraceFragment],
);

type Offer = ResultOf<typeof CaseActionsFragment>["availableActions"][number];

interface CaseActionsProps {
  readonly case: FragmentOf<typeof CaseActionsFragment>;
  readonly onChoose: (action: Offer["action"]) => void;
  /** A shop or a bank: what waits for them is theirs to do, in their words, and what others may do is not their matter. */
  readonly isParty?: boolean;
  /** What can be done with the policy's word, under its reasons. */
  readonly underTrace?: ReactNode;
}

/** Every action that the case offers: the recommended one first and filled, shut ones with the server's own reasons. */
export function CaseActions({ case: of, onChoose, isParty = false, underTrace }: CaseActionsProps) {
  const { t } = useTranslation();
  const found = readFragment(CaseActionsFragment, of);
  const { decision, ownWord } = found;
  const [asked, ask] = useAsked();
  const isTraceOpen = asked.get("why") === "policy";
  const traceId = useId();
  const wordId = useId();
  const offers = found.availableActions
    .filter((offer) => placeOfAction[offer.action] === "list" && !isMoot(offer))
    .sort(byRank);
  const open = offers.filter(({ allowed }) => allowed).map(({ action }) => action);
  const shut = offers.filter(({ allowed }) => !allowed);
  // What only others may do matters less than what is shut to the viewer for now.
  const shutForNow = shut.filter(({ reasons }) => reasons.every(({ code }) => code !== "NOT_PERMITTED"));
  const others = shut.filter((offer) => !shutForNow.includes(offer));
  const first = isParty ? (open[0] ?? null) : recommended(open, decision?.outcome ?? null);

  const wordOfFirst = ownWord !== null && ownWord.action === first;

  const verdict = decision !== null && (
    <DecisionVerdict
      decision={decision}
      isOpen={isTraceOpen}
      traceId={traceId}
      onToggle={() => ask("why", isTraceOpen ? null : "policy")}
    />
  );

  function label(action: Offer["action"]): string {
    const name = isParty && isPartyAction(action) ? t(`parties.action.${action}`) : t(`caseAction.${action}`);
    if (action === "APPROVE_REFUND") return t("actions.withAmount", { action: name, amount: amountText(found.amount) });
    if (action === "GRANT_APPROVAL" && found.proposed !== null)
      return t("actions.withAmount", { action: name, amount: amountText(found.proposed) });
    return t("actions.open", { action: name });
  }

  return (
    <Part title={t("actions.title")} aside={verdict} lifted>
      {decision !== null && isTraceOpen && (
        <DecisionTrace id={traceId} decision={decision}>
          {underTrace}
        </DecisionTrace>
      )}
      <div className={css.actions}>
        {first !== null && (
          <Button
            look="primary"
            size="big"
            wide
            className={css.first}
            aria-describedby={wordOfFirst ? wordId : undefined}
            onClick={() => onChoose(first)}
          >
            {label(first)}
          </Button>
        )}
        {wordOfFirst && <OwnWord id={wordId} text={ownWord.text} />}
        {open
          .filter((action) => action !== first)
          .map((action) => (
            <Button key={action} onClick={() => onChoose(action)}>
              {label(action)}
            </Button>
          ))}
      </div>
      {ownWord !== null && !wordOfFirst && open.includes(ownWord.action) && (
        <OwnWord
          id={wordId}
          text={t("actions.ownWord", { action: t(`caseAction.${ownWord.action}`), text: ownWord.text })}
        />
      )}
      {open.length === 0 && shutForNow.length === 0 && (
        <p className={css.nothing}>{t(isParty ? "parties.nothingHere" : "actions.nothing")}</p>
      )}
      <ShutList offers={shutForNow} />
      {others.length > 0 && !isParty && (
        <details className={css.others}>
          <summary>{t("actions.others", { count: others.length })}</summary>
          <ShutList offers={others} />
        </details>
      )}
    </Part>
  );
}

/** Nobody asks why a payment is not looked for where it is known; said on nearly every case, it would hide what matters. */
function isMoot({ reasons }: Offer): boolean {
  return reasons.some(({ code }) => code === "PAYMENT_KNOWN");
}

/** Whether the viewer decides on the money here, or proposes, and why: said before anything is opened. */
function OwnWord({ id, text }: { readonly id: string; readonly text: string }) {
  return (
    <p id={id} className={css.word}>
      <Icon name="people" />
      {text}
    </p>
  );
}

function ShutList({ offers }: { readonly offers: readonly Offer[] }) {
  const { t } = useTranslation();
  return (
    <div className={css.shut}>
      {alike(offers).map(({ actions, reasons }) => (
        <ShutAction
          key={actions.join()}
          names={actions.map((action) => t(`caseAction.${action}`))}
          reasons={reasons.map(({ message }) => message)}
          way={reasons.some(({ course }) => course !== null) ? <LearnInstead reasons={reasons} /> : undefined}
        />
      ))}
    </div>
  );
}

/** What is shut for the very same reasons is said once, where the first of it stands. */
function alike(offers: readonly Offer[]) {
  const found = new Map<string, { readonly actions: Offer["action"][]; readonly reasons: Offer["reasons"] }>();
  for (const { action, reasons } of offers) {
    const said = reasons.map(({ message }) => message).join("\n");
    const group = found.get(said) ?? { actions: [], reasons };
    group.actions.push(action);
    found.set(said, group);
  }
  return [...found.values()];
}
