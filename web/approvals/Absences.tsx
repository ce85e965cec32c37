import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { dayOf, dayText } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useNow } from "../i18n/use-now.ts";
import { Button } from "../ui/Button.tsx";
import { failureLine } from "../ui/failure-line.ts";
import { Notice } from "../ui/Notice.tsx";
import { Part } from "../ui/Part.tsx";
import { AbsenceForm } from "./AbsenceForm.tsx";
import css from "./absences.module.css";
import { Lacking } from "./Lacking.tsx";
import { lastDay } from "./last-day.ts";

export const AbsencesFragment = graphql(`
  fragment Absences_delegation on Delegation {
    id
    startsAt
    endsAt
    inForce
    mine
    staff {
      id
      name
    }
    delegate {
      id
      name
      standInGaps {
        id
        title
      }
    }
  }
`);

const EndDelegationMutation = graphql(`
  mutation EndDelegation($id: ID!) {
    endDelegation(id: $id)
  }
`);

/** Who is away and who stands in; whoever holds approvals sets their own. */
export function Absences({
  delegations,
  mayHandOn,
  viewerId,
  onChange,
}: {
  readonly delegations: readonly FragmentOf<typeof AbsencesFragment>[];
  /** Whether the viewer gives approvals that a colleague could give meanwhile. */
  readonly mayHandOn: boolean;
  readonly viewerId: string;
  readonly onChange: () => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const [said, setSaid] = useState<{ readonly kind: "done" | "no"; readonly lines: readonly string[] } | null>(null);
  const [, end] = useMutation(EndDelegationMutation);
  const list = readFragment(AbsencesFragment, delegations);

  function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string {
    const [first, last] = [dayOf(startsAt), lastDay(endsAt)];
    const from = dayText(first, language, now);
    return first === last ? from : t("away.span", { from, until: dayText(last, language, now) });
  }

  async function takeBack(id: string): Promise<void> {
    const { data, error } = await end({ id });
    if (data === undefined) setSaid({ kind: "no", lines: [failureLine(t, failureOf(error))] });
    else setSaid({ kind: "done", lines: [t(data.endDelegation ? "away.ended" : "away.over")] });
    onChange();
  }

  return (
    <Part title={t("away.title")}>
      {list.length === 0 && <p className={css.quiet}>{t("away.none")}</p>}
      <ul className={css.list}>
        {list.map((one) => (
          <li key={one.id}>
            <p>{t("away.standsIn", { delegate: one.delegate?.name ?? "", staff: one.staff?.name ?? "" })}</p>
            <p className={css.quiet}>
              {spanOf(one)} · {t(one.inForce ? "away.now" : "away.later")}
            </p>
            <Lacking gaps={one.delegate?.standInGaps ?? []} />
            {one.mine && (
              <Button size="small" onClick={() => void takeBack(one.id)}>
                {t("away.end")}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {said !== null && (
        <div className={css.said}>
          <Notice kind={said.kind} title={said.lines[0] ?? ""}>
            {said.lines.slice(1).map((line) => (
              <p key={line}>{line}</p>
            ))}
          </Notice>
        </div>
      )}
      {mayHandOn && (
        <AbsenceForm
          viewerId={viewerId}
          onMade={() => {
            setSaid({ kind: "done", lines: [t("away.made"), t("away.madeHint")] });
            onChange();
          }}
          onRefused={(lines) => setSaid({ kind: "no", lines })}
        />
      )}
    </Part>
  );
}
