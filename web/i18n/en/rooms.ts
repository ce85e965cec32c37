import type { InEnglish } from "../dictionary.ts";
import type { roomsZhCn } from "../zh-cn/rooms.ts";

export const roomsEn: InEnglish<typeof roomsZhCn> = {
  room: {
    queue: "Queue",
    mentions: "Mentions",
    cases: "Cases",
    approvals: "Approvals",
    supervisor: "Supervisor",
    refunds: "Refunds",
    disputes: "Disputes",
    referrals: "Referrals",
    transactions: "Transactions",
    imports: "Import",
    merchants: "Merchants",
    policies: "Policies",
    audit: "Audit",
    insight: "Insight",
    notices: "Notices",
    training: "Training",
    people: "People",
    settings: "Settings",
  },
  roomGroup: { work: "Work", records: "Records", rules: "Rules and audit", house: "Team and settings" },
  shortcuts: {
    title: "Keyboard shortcuts",
    open: "Show the shortcuts",
    goTo: "Go to {{room}}",
    everywhere: "Everywhere",
    rooms: "Go to",
    view: "View",
    andThen: "then",
    or: "or",
    search: "Search and commands",
    singleKeys: "Use shortcuts of a single key",
    singleKeysHint:
      "Switch them off if you speak to the computer, or often touch keys by accident. Those with Ctrl or ⌘ stay.",
  },
};
