import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation, useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { afterDay, dayOf, deskTime } from "../i18n/times.ts";
import { useNow } from "../i18n/use-now.ts";
import { PickStaff, standIns } from "../pick/PickStaff.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { failureLine } from "../ui/failure-line.ts";
import css from "./absences.module.css";
import { Lacking } from "./Lacking.tsx";

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

/** From which day to which somebody is away, and which colleague gives their approvals meanwhile. */
export function AbsenceForm({
  viewerId,
  onMade,
  onRefused,
}: {
  readonly viewerId: string;
  readonly onMade: () => void;
  /** With every reason, in words. */
  readonly onRefused: (reasons: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const today = dayOf(useNow());
  const [delegateId, setDelegateId] = useState("");
  const [from, setFrom] = useState(today);
  const [until, setUntil] = useState(today);
  const [{ fetching }, delegate] = useMutation(DelegateApprovalsMutation);
  const [chosen] = useQuery({ query: StandInGapsQuery, variables: { id: delegateId }, pause: delegateId === "" });
  const person = chosen.data?.node;
  // While the next is asked for, what is there is the answer about the one before.
  const gaps = person?.__typename === "Staff" && person.id === delegateId ? person.standInGaps : [];

  async function save(): Promise<void> {
    const input = { delegateId, startsAt: deskTime(from).toISOString(), endsAt: afterDay(until).toISOString() };
    const { data, error } = await delegate({ input });
    if (data === undefined) onRefused([failureLine(t, failureOf(error))]);
    else if (data.delegateApprovals.__typename === "DelegationRefused") onRefused(data.delegateApprovals.reasons);
    else {
      setDelegateId("");
      onMade();
    }
  }

  return (
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
  );
}
