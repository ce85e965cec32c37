import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation, useQuery } from "urql";
import { graphql } from "../graphql/graphql.ts";
import { afterDay, dayOf, dayText, deskTime } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { useListText } from "../i18n/use-list-text.ts";
import { useNow } from "../i18n/use-now.ts";
import { PickStaff, standIns } from "../pick/PickStaff.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Part } from "../ui/Part.tsx";
import css from "./absences.module.css";
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

const StandInGapsQuery = graphql(`
  query StandInGaps($id: ID!) {
    node(id: $id) {
      __typename
      ... on Staff {
        id
        standInGaps {
          id
          title
        }
      }
    }
  }
`);

const DelegateApprovalsMutation = graphql(`
  mutation DelegateApprovals($input: DelegateApprovalsInput!) {
    delegateApprovals(input: $input) {
      __typename
      ... on DelegationMade {
        delegation {
          id
        }
      }
      ... on DelegationRefused {
        message
        reasons
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
  const today = dayOf(now);
  const [delegateId, setDelegateId] = useState("");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [said, setSaid] = useState<{ readonly kind: "done" | "no"; readonly lines: readonly string[] } | null>(null);
  const [{ fetching }, delegate] = useMutation(DelegateApprovalsMutation);
  const [, end] = useMutation(EndDelegationMutation);
  const [chosen] = useQuery({ query: StandInGapsQuery, variables: { id: delegateId }, pause: delegateId === "" });
  const person = chosen.data?.node;
  // While the next is asked for, what is there is the answer about the one before.
  const gaps = person?.__typename === "Staff" && person.id === delegateId ? person.standInGaps : [];
  const list = readFragment(AbsencesFragment, delegations);

  function spanOf({ startsAt, endsAt }: { readonly startsAt: string; readonly endsAt: string }): string {
    const [first, last] = [dayOf(startsAt), lastDay(endsAt)];
    const from = dayText(first, language, now);
    return first === last ? from : t("away.span", { from, until: dayText(last, language, now) });
  }

  async function save(): Promise<void> {
    const input = { delegateId, startsAt: deskTime(from).toISOString(), endsAt: afterDay(until).toISOString() };
    const { data } = await delegate({ input });
    if (data === undefined) setSaid({ kind: "no", lines: [t("failure.unreachedTitle"), t("failure.unreachedWrite")] });
    else if (data.delegateApprovals.__typename === "DelegationRefused")
      setSaid({ kind: "no", lines: data.delegateApprovals.reasons });
    else {
      setSaid({ kind: "done", lines: [t("away.made"), t("away.madeHint")] });
      setDelegateId("");
      onChange();
    }
  }

  async function takeBack(id: string): Promise<void> {
    const { data } = await end({ id });
    if (data === undefined) setSaid({ kind: "no", lines: [t("failure.unreachedTitle"), t("failure.unreachedWrite")] });
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
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <Field label={t("away.colleague")} hint={t("away.hint")}>
            {(control) => (
              <PickStaff
                control={control}
                value={delegateId === "" ? null : delegateId}
                of={standIns}
                without={viewerId}
                onChoose={(id) => setDelegateId(id ?? "")}
              />
            )}
          </Field>
          <div aria-live="polite">
            <Lacking gaps={gaps} />
          </div>
          <div className={css.days}>
            <Field label={t("away.from")}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  required
                  min={today}
                  value={from}
                  onChange={({ target }) => setFrom(target.value)}
                />
              )}
            </Field>
            <Field label={t("away.until")}>
              {(control) => (
                <input
                  {...control}
                  type="date"
                  required
                  min={from}
                  value={until}
                  onChange={({ target }) => setUntil(target.value)}
                />
              )}
            </Field>
          </div>
          <Button type="submit" busy={fetching}>
            {t("away.save")}
          </Button>
        </form>
      )}
    </Part>
  );
}

/** They may stand in all the same, and could still take it in time. */
function Lacking({ gaps }: { readonly gaps: readonly { readonly title: string }[] }) {
  const { t } = useTranslation();
  const listed = useListText();
  if (gaps.length === 0) return null;
  return <p className={css.lacking}>{t("away.lacking", { courses: listed(gaps.map(({ title }) => title)) })}</p>;
}
