import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { PickZone } from "../pick/PickZone.tsx";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { Icon } from "../ui/Icon.tsx";
import { DecisionTable } from "./DecisionTable.tsx";
import { NeededDaysField } from "./fields/DaysField.tsx";
import { FeeFields } from "./fields/FeeFields.tsx";
import { LimitsField } from "./fields/LimitsField.tsx";
import { ResponsibilityFields } from "./fields/ResponsibilityFields.tsx";
import { WindowFields } from "./fields/WindowFields.tsx";
import { Words } from "./fields/Words.tsx";
import { Sections } from "./PolicyDocument.tsx";
import css from "./policy-document.module.css";
import { proofKinds, reasons } from "./policy-lists.ts";
import { type Cells, newRow, type PolicyText, type TableRow } from "./policy-text.ts";
import { RowForm } from "./RowForm.tsx";

/** The draft as the same document with a control wherever it can be changed. Alt with the arrows moves the row that has the focus. */
export function DraftEditor({
  findings,
  text,
  changed,
  onChange,
}: {
  readonly text: PolicyText;
  readonly changed: ReadonlySet<number>;
  /** What the checks say of the table, shown below it. */
  readonly findings: ReactNode;
  readonly onChange: (text: PolicyText) => void;
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState<number | null>(null);
  const set = (change: Partial<PolicyText>) => onChange({ ...text, ...change });
  const setRows = (rows: readonly TableRow[]) => set({ rows: [...rows] });
  const put = (at: number, row: TableRow) => setRows(text.rows.map((each, index) => (index === at ? row : each)));
  const move = (from: number, by: number) => {
    const to = from + by;
    const row = text.rows[from];
    if (row === undefined || to < 0 || to >= text.rows.length) return;
    const rest = text.rows.filter((_, at) => at !== from);
    setRows([...rest.slice(0, to), row, ...rest.slice(to)]);
    setOpen((now) => (now === from ? to : now));
  };
  const add = (at: number, when?: Cells) => {
    setRows([...text.rows.slice(0, at), newRow(when), ...text.rows.slice(at)]);
    setOpen(at);
  };
  const remove = (at: number) => {
    setRows(text.rows.filter((_, index) => index !== at));
    setOpen(null);
  };
  const number = (
    name: "windowDays" | "arrivalWorkingDaysFrom" | "arrivalWorkingDaysTo" | "appealWindowDays" | "reopenWindowDays",
  ) => (
    <NeededDaysField
      label={t(`policies.field.${name}`)}
      value={text[name]}
      onChange={(days) => set({ [name]: days })}
    />
  );
  const bilingual = (name: "title" | "publicText") =>
    (["zh", "en"] as const).map((language) => (
      <Field key={language} label={t(`policies.field.${name}.${language}`)}>
        {(control) => {
          const value = text[name][language];
          const change = (to: string) => set({ [name]: { ...text[name], [language]: to } });
          return name === "title" ? (
            <input {...control} maxLength={200} value={value} onChange={({ target }) => change(target.value)} />
          ) : (
            <textarea {...control} maxLength={20_000} value={value} onChange={({ target }) => change(target.value)} />
          );
        }}
      </Field>
    ));

  return (
    <Sections
      body={{
        scope: <div className={css.form}>{bilingual("title")}</div>,
        proof: (
          <div className={css.form}>
            <Field label={t("policies.field.proofNeeded")}>
              {(control) => (
                <select
                  {...control}
                  value={String(text.proofNeeded)}
                  onChange={({ target }) => set({ proofNeeded: target.value === "true" })}
                >
                  <option value="true">{t("policies.yes")}</option>
                  <option value="false">{t("policies.no")}</option>
                </select>
              )}
            </Field>
            <Words
              label={t("policies.field.acceptedProofs")}
              none={t("policies.chooseProofs")}
              value={text.acceptedProofs}
              words={proofKinds.map((kind) => [kind, t(`proofKind.${kind}`)])}
              onChange={(kinds) => set({ acceptedProofs: (kinds ?? []) as PolicyText["acceptedProofs"] })}
            />
            <LimitsField
              label={t("policies.field.identityNeededAbove")}
              value={text.identityNeededAbove}
              onChange={(limits) => set({ identityNeededAbove: limits ?? [] })}
            />
            <Words
              label={t("policies.field.goodsStateNeededFor")}
              none={t("policies.noReasonAtAll")}
              value={text.goodsStateNeededFor}
              words={reasons.map((reason) => [reason, t(`caseReason.${reason}`)])}
              onChange={(chosen) => set({ goodsStateNeededFor: chosen ?? [] })}
            />
          </div>
        ),
        times: (
          <div className={css.form}>
            <PickZone
              label={t("policies.field.timeZone")}
              hint={t("policies.field.timeZoneHint")}
              value={text.timeZone}
              onChange={(timeZone) => set({ timeZone })}
            />
            {number("windowDays")}
            {number("arrivalWorkingDaysFrom")}
            {number("arrivalWorkingDaysTo")}
            <WindowFields
              windows={text.windows}
              usual={text.windowDays}
              onChange={(windows) => set({ windows: [...windows] })}
            />
          </div>
        ),
        table: (
          <>
            <p className={css.meta}>{t("policies.tableHow")}</p>
            <DecisionTable
              rows={text.rows}
              otherwise={text.otherwise}
              changed={changed}
              onRow={(index, row) => (index === null ? set({ otherwise: row }) : put(index, row))}
              tools={(index) => (
                <RowTools
                  index={index}
                  last={text.rows.length - 1}
                  isOpen={open === index}
                  onOpen={() => setOpen(open === index ? null : index)}
                  onMove={(by) => move(index, by)}
                  onAdd={() => add(index + 1)}
                  onRemove={() => remove(index)}
                />
              )}
              below={(index) =>
                open === index && text.rows[index] !== undefined ? (
                  <RowForm key={index} row={text.rows[index]} onChange={(row) => put(index, row)} />
                ) : null
              }
            />
            {findings}
            <div>
              <Button size="small" onClick={() => add(text.rows.length)}>
                <Icon name="plus" /> {t("policies.addRow")}
              </Button>
            </div>
          </>
        ),
        approvals: (
          <div className={css.form}>
            <LimitsField
              label={t("policies.field.agentDecidesUpTo")}
              value={text.agentDecidesUpTo}
              onChange={(limits) => set({ agentDecidesUpTo: limits ?? [] })}
            />
            <LimitsField
              label={t("policies.field.supervisorGrantsUpTo")}
              value={text.supervisorGrantsUpTo}
              onChange={(limits) => set({ supervisorGrantsUpTo: limits ?? [] })}
            />
            <LimitsField
              label={t("policies.field.autoLimit")}
              value={text.autoLimit}
              onChange={(limits) => set({ autoLimit: limits })}
            />
          </div>
        ),
        responsibilities: (
          <ResponsibilityFields
            steps={text.responsibilities}
            onChange={(steps) => set({ responsibilities: [...steps] })}
          />
        ),
        fees: (
          <div className={css.form}>
            <Field label={t("policies.field.feesBorneBy")}>
              {(control) => (
                <select
                  {...control}
                  value={text.feesBorneBy}
                  onChange={({ target }) => set({ feesBorneBy: target.value as PolicyText["feesBorneBy"] })}
                >
                  {(["MERCHANT", "CUSTOMER"] as const).map((bearer) => (
                    <option key={bearer} value={bearer}>
                      {t(`policies.bearer.${bearer}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <FeeFields text={text} onChange={set} />
          </div>
        ),
        contest: (
          <div className={css.form}>
            {number("appealWindowDays")}
            {number("reopenWindowDays")}
          </div>
        ),
        publicText: <div className={css.form}>{bilingual("publicText")}</div>,
      }}
    />
  );
}

function RowTools({
  index,
  last,
  isOpen,
  onOpen,
  onMove,
  onAdd,
  onRemove,
}: {
  index: number;
  last: number;
  isOpen: boolean;
  onOpen: () => void;
  onMove: (by: number) => void;
  onAdd: () => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation();
  const row = index + 1;
  return (
    <>
      <Button
        size="small"
        look="ghost"
        aria-expanded={isOpen}
        aria-label={t("policies.editRow", { row })}
        title={t("policies.editRow", { row })}
        onClick={onOpen}
        onKeyDown={(event) => {
          if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
          event.preventDefault();
          onMove(event.key === "ArrowUp" ? -1 : 1);
        }}
      >
        <Icon name="pen" />
      </Button>
      <Button
        size="small"
        look="ghost"
        disabled={index === 0}
        aria-label={t("policies.moveUp", { row })}
        title={t("policies.moveUp", { row })}
        onClick={() => onMove(-1)}
      >
        ↑
      </Button>
      <Button
        size="small"
        look="ghost"
        disabled={index === last}
        aria-label={t("policies.moveDown", { row })}
        title={t("policies.moveDown", { row })}
        onClick={() => onMove(1)}
      >
        ↓
      </Button>
      <Button
        size="small"
        look="ghost"
        aria-label={t("policies.addBelow", { row })}
        title={t("policies.addBelow", { row })}
        onClick={onAdd}
      >
        <Icon name="plus" />
      </Button>
      <Button
        size="small"
        look="ghost"
        aria-label={t("policies.removeRow", { row })}
        title={t("policies.removeRow", { row })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </Button>
    </>
  );
}
