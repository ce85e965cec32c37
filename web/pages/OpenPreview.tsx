import { type FragmentOf, readFragment } from "gql.tada";
import { useState } from "react";
import { useNavigate } from "react-router";
import { CaseActions } from "../cases/CaseActions.tsx";
import { CaseChecks } from "../cases/CaseChecks.tsx";
import { CaseTimeline, CaseTimelineFragment } from "../cases/CaseTimeline.tsx";
import { PreviewHead, PreviewHeadFragment } from "../cases/PreviewHead.tsx";
import { CaseTime, CaseTimeFragment } from "../clocks/CaseTime.tsx";
import { graphql } from "../graphql/graphql.ts";
import type { MessageThread } from "../graphql/words.ts";
import { useViewer } from "../shell/viewer.ts";
import { usePresence } from "../threads/use-presence.ts";
import { useSettled } from "../ui/use-settled.ts";
import { Composer } from "./case-actions/Composer.tsx";
import { ComposerFragment } from "./case-actions/composer-operations.ts";
import { CasePartsFragment } from "./case-parts.ts";
import css from "./queue-preview.module.css";
import { useCaseLive } from "./use-case-live.ts";

export const OpenPreviewFragment = graphql(
  `
    fragment OpenPreview_case on Case {
      id
      number
      ...PreviewHead_case
      ...CaseTime_case
      ...CaseParts_case
      ...CaseTimeline_case
      ...Composer_case
    }
  `,
  [PreviewHeadFragment, CaseTimeFragment, CasePartsFragment, CaseTimelineFragment, ComposerFragment],
);

/** Whoever walks down the list looks at a case for a moment; a line of its own is for whoever stays. */
const STAYS_MS = 400;

/** The case in the preview: it follows what others do to it, and colleagues hear of whoever begins to write. */
export function OpenPreview({
  case: of,
  onRefresh,
}: {
  readonly case: FragmentOf<typeof OpenPreviewFragment>;
  readonly onRefresh: () => void;
}) {
  const navigate = useNavigate();
  const { id: viewerId, role, permissions } = useViewer();
  const isDesk = permissions.includes("CASE_NOTE");
  const found = readFragment(OpenPreviewFragment, of);
  const parts = readFragment(CasePartsFragment, found);
  const [writingTo, setWritingTo] = useState<MessageThread | null>(null);
  const others = usePresence(found.id, viewerId, { writingTo, isDesk, isLook: true });
  const isStaying = useSettled(found.id, STAYS_MS, null) === found.id;
  useCaseLive(found.id, onRefresh, isStaying);
  return (
    <>
      <div className={css.body}>
        <PreviewHead case={found} clock={<CaseTime case={found} />} />
        <CaseActions
          case={parts}
          isParty={permissions.includes("NOTICE_ANSWER")}
          onChoose={(action) => void navigate(`/cases/${found.number}?action=${action}`)}
        />
        <CaseChecks case={parts} />
        <CaseTimeline case={found} isDesk={isDesk} />
      </div>
      <div className={css.reply}>
        <Composer
          case={found}
          role={role}
          viewerId={viewerId}
          others={others}
          onWriting={setWritingTo}
          onAttach={() => void navigate(`/cases/${found.number}?action=ATTACH_EVIDENCE`)}
        />
      </div>
    </>
  );
}
