import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import type { Permission } from "../../graphql/words.ts";
import { MoveAnswer } from "../../people/MoveAnswer.tsx";
import { type Placement, PlacementFields } from "../../people/PlacementFields.tsx";
import css from "../../people/people.module.css";
import type { StaffMove } from "../../people/staff-moves.ts";
import { type StaffState, toStaffRole } from "../../people/staff-roles.ts";
import { useMoveStaff } from "../../people/use-move-staff.ts";
import { caseWorkers, PickStaff } from "../../pick/PickStaff.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";

const MoveFormRolesQuery = graphql(`
  query MoveFormRoles {
    roles {
      id
      role
      permissions
    }
  }
`);

const shutsOut: ReadonlySet<StaffMove> = new Set<StaffMove>(["endStaff", "suspendStaff"]);

/** Who takes over may have to be asked: not before it is known what each role may do. */
const givesWork: ReadonlySet<StaffMove> = new Set<StaffMove>(["changeStaffRole", ...shutsOut]);

interface Person {
  readonly id: string;
  readonly role: string;
  readonly state: StaffState;
  readonly version: number;
  readonly openCaseCount: number | null;
  readonly merchant: { readonly id: string } | null;
  readonly institution: { readonly id: string } | null;
}

/** What one move asks for, what it will do, and the press that does it. */
export function MoveForm({
  move,
  person,
  onBack,
  onMoved,
  onStale,
}: {
  readonly move: StaffMove;
  readonly person: Person;
  readonly onBack: () => void;
  readonly onMoved: () => void;
  readonly onStale: () => void;
}) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const [heirId, setHeirId] = useState("");
  const [placement, setPlacement] = useState<Placement>({
    role: toStaffRole(person.role) ?? "SUPPORT_AGENT",
    merchantId: person.merchant?.id ?? null,
    institutionId: person.institution?.id ?? null,
  });
  const { result, error, fetching, send } = useMoveStaff(move);
  const open = person.openCaseCount ?? 0;
  const [asked, askAgain] = useQuery({ query: MoveFormRolesQuery, pause: !givesWork.has(move) });
  const rightsOf = (of: string) => asked.data?.roles.find(({ role }) => role === of)?.permissions;
  const mayStill = (right: Permission) =>
    move === "changeStaffRole" ? rightsOf(placement.role)?.includes(right) !== false : !shutsOut.has(move);
  const givesCases = open > 0 && !mayStill("CASE_WORK");
  // Whoever reads of colleagues can have findings of the audit; nobody but its own room counts them.
  const givesFindings =
    person.state === "ACTIVE" && rightsOf(person.role)?.includes("STAFF_READ") === true && !mayStill("STAFF_READ");

  const isKnown = !givesWork.has(move) || asked.data?.roles !== undefined;
  const hint = givesCases
    ? t(`people.${givesFindings ? "heirOfBoth" : "heirOfCases"}`, { count: open })
    : t("people.heirOfFindings");

  async function submit(): Promise<void> {
    const kept = { staffId: person.id, expectedVersion: person.version, reason: reason === "" ? null : reason };
    const answer = await send(kept, { placement, heirId: heirId === "" ? null : heirId });
    if (answer === "StaffMoved") onMoved();
    else if (answer === "StaleStaff") onStale();
  }

  return (
    <form
      className={css.history}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <h3>{t(`people.move.${move}`)}</h3>
      <p className={css.small}>{t(`people.moveHint.${move}`)}</p>
      {move === "changeStaffRole" && <PlacementFields value={placement} onChange={setPlacement} />}
      {(givesCases || givesFindings) && (
        <Field label={t("people.heir")} hint={hint}>
          {(control) => (
            <PickStaff
              control={control}
              value={heirId === "" ? null : heirId}
              any={t("people.noHeir")}
              of={caseWorkers}
              without={person.id}
              onChoose={(id) => setHeirId(id ?? "")}
            />
          )}
        </Field>
      )}
      <Field label={t("common.optional", { label: t("people.reason") })}>
        {(control) => (
          <input {...control} maxLength={500} value={reason} onChange={({ target }) => setReason(target.value)} />
        )}
      </Field>
      {result !== null && <MoveAnswer result={result} />}
      {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void submit()} />}
      {asked.error !== undefined && (
        <FailureView failure={failureOf(asked.error)} onRetry={() => askAgain({ requestPolicy: "network-only" })} />
      )}
      <div className={css.foot}>
        <Button onClick={onBack}>{t("common.cancel")}</Button>
        <Button type="submit" look="primary" busy={fetching || (!isKnown && asked.fetching)} disabled={!isKnown}>
          {t(`people.move.${move}`)}
        </Button>
      </div>
    </form>
  );
}
