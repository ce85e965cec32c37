import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useSearchParams } from "react-router";
import { useQuery } from "urql";
import { Absences, AbsencesFragment } from "../approvals/Absences.tsx";
import { ApprovalRow, ApprovalRowFragment } from "../approvals/ApprovalRow.tsx";
import { BatchPreview } from "../approvals/BatchPreview.tsx";
import { type Refused, RefusedRows } from "../approvals/RefusedRows.tsx";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import type { ApprovalBox, ApprovalVerdict } from "../graphql/words.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { useViewer } from "../shell/viewer.ts";
import { Button } from "../ui/Button.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { useShortcuts } from "../ui/shortcuts/use-shortcuts.ts";
import css from "./approvals-page.module.css";

const ApprovalsPageQuery = graphql(
  `
    query ApprovalsPage($box: ApprovalBox!, $after: String) {
      approvals(box: $box, first: 50, after: $after) {
        edges {
          node {
            id
            version
            mayReject
            ...ApprovalRow_approval
          }
        }
        pageInfo {
          hasNextPage
          endCursor
        }
      }
      delegations {
        id
        ...Absences_delegation
      }
    }
  `,
  [ApprovalRowFragment, AbsencesFragment],
);

const boxes: readonly ApprovalBox[] = ["FOR_ME", "OPEN", "PROPOSED", "DECIDED"];
const nothing: ReadonlySet<string> = new Set();

/** What waits for the viewer's word, what they proposed, and what became of it; the tray stands in the address. */
export function ApprovalsPage() {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [params, setParams] = useSearchParams();
  const box = boxes.find((one) => one === params.get("box")) ?? "FOR_ME";
  const [{ data, error, fetching }, again] = useQuery({
    query: ApprovalsPageQuery,
    variables: { box, after: params.get("after") },
    requestPolicy: "cache-and-network",
  });
  const [selected, setSelected] = useState(nothing);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const [verdict, setVerdict] = useState<ApprovalVerdict | null>(null);
  const edges = data?.approvals.edges ?? [];
  const open = edges.filter(({ node }) => node.mayReject);
  const chosen = open.flatMap(({ node }) => (selected.has(node.id) ? [{ id: node.id, version: node.version }] : []));
  const next = data?.approvals.pageInfo;
  const mayHandOn = viewer.permissions.some((one) => one === "APPROVAL_FIRST" || one === "APPROVAL_SECOND");

  const refresh = () => again({ requestPolicy: "network-only" });
  const select = (id: string, on: boolean) => {
    const after = new Set(selected);
    if (on) after.add(id);
    else after.delete(id);
    setSelected(after);
  };
  const boxAt = () => open.findIndex(({ node }) => document.activeElement?.id === `approval-${node.id}`);
  const step = (by: number) => () => {
    const to = open[Math.min(open.length - 1, Math.max(0, boxAt() + by))];
    if (to !== undefined) document.getElementById(`approval-${to.node.id}`)?.focus();
  };
  useShortcuts({
    title: t("approvals.keys"),
    layer: "page",
    shortcuts: [
      { keys: "j", label: t("approvals.keyNext"), run: step(1) },
      { keys: "k", label: t("approvals.keyPrevious"), run: step(-1) },
      {
        keys: "x",
        label: t("approvals.keySelect"),
        run: () => {
          const at = open[boxAt()];
          if (at !== undefined) select(at.node.id, !selected.has(at.node.id));
        },
      },
      { keys: "r", label: t("approvals.keyReject"), run: chosen.length === 0 ? null : () => setVerdict("REJECT") },
      { keys: "a", label: t("approvals.keyGrant"), run: chosen.length === 0 ? null : () => setVerdict("GRANT") },
    ],
  });

  return (
    <div className={css.page}>
      <title>{t("common.title", { page: t("approvals.title") })}</title>
      <div className={css.main}>
        <h1>{t("approvals.title")}</h1>
        <nav className={css.boxes} aria-label={t("approvals.boxes")}>
          {boxes.map((one) => (
            <Link
              key={one}
              to={`?box=${one}`}
              aria-current={one === box ? "page" : undefined}
              onClick={() => {
                setSelected(nothing);
                setRefused([]);
              }}
            >
              {t(`approvalBox.${one}`)}
            </Link>
          ))}
        </nav>
        {error !== undefined && edges.length === 0 && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {data !== undefined && edges.length === 0 && !fetching && (
          <EmptyState
            title={t(box === "FOR_ME" ? "approvals.emptyForMe" : "approvals.emptyOther")}
            hint={t(box === "FOR_ME" ? "approvals.emptyForMeHint" : "approvals.emptyOtherHint")}
          />
        )}
        {refused.length > 0 && <RefusedRows refused={refused} onClose={() => setRefused([])} />}
        {open.length > 0 && (
          <div className={css.bar}>
            <label>
              <input
                type="checkbox"
                checked={chosen.length === open.length}
                onChange={({ target }) =>
                  setSelected(target.checked ? new Set(open.map(({ node }) => node.id)) : nothing)
                }
              />
              {t("approvals.selectAll")}
            </label>
            <span aria-live="polite">{chosen.length > 0 && t("approvals.chosen", { count: chosen.length })}</span>
            <Button disabled={chosen.length === 0} onClick={() => setVerdict("REJECT")}>
              {t("approvals.reject")}
            </Button>
            <Button look="primary" disabled={chosen.length === 0} onClick={() => setVerdict("GRANT")}>
              {t("approvals.grant")}
            </Button>
          </div>
        )}
        <ul className={css.list} aria-label={t("approvals.list")}>
          {edges.map(({ node }) => (
            <ApprovalRow
              key={node.id}
              approval={node}
              selected={selected.has(node.id)}
              onSelect={(on) => select(node.id, on)}
            />
          ))}
        </ul>
        {next?.hasNextPage === true && next.endCursor !== null && (
          <Button busy={fetching} onClick={() => setParams({ box, after: next.endCursor ?? "" })}>
            {t("common.loadMore")}
          </Button>
        )}
      </div>
      {data !== undefined && (
        <aside className={css.aside}>
          <Absences delegations={data.delegations} mayHandOn={mayHandOn} viewerId={viewer.id} onChange={refresh} />
        </aside>
      )}
      {verdict !== null && (
        <BatchPreview
          chosen={chosen}
          verdict={verdict}
          onClose={(isUnsure) => {
            setVerdict(null);
            if (isUnsure) refresh();
          }}
          onDone={(left) => {
            setVerdict(null);
            // What was refused stays chosen where it stays in the list.
            setSelected(new Set(left.map(({ id }) => id)));
            setRefused(left);
            refresh();
          }}
        />
      )}
    </div>
  );
}
