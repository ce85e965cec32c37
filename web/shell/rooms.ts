import type { roomsZhCn } from "../i18n/zh-cn/rooms.ts";
import type { IconName } from "../ui/Icon.tsx";
import type { RailCount } from "./rail-counts.ts";
import type { Viewer } from "./viewer.ts";

type Permission = Viewer["permissions"][number];

export type RoomGroup = keyof (typeof roomsZhCn)["roomGroup"];

export interface Room {
  /** Its name: `room.…` in the dictionaries. */
  readonly name: keyof (typeof roomsZhCn)["room"];
  readonly path: string;
  /** Pages that belong to it though their address begins otherwise. */
  readonly also?: readonly string[];
  readonly icon: IconName;
  readonly group: RoomGroup;
  /** Shown to whoever has it. */
  readonly permission: Permission;
  /** And to whoever has this one. */
  readonly orPermission?: Permission;
  /** The second press after `g`. */
  readonly key: string;
  /** How much waits there for the viewer. */
  readonly count?: RailCount;
}

/** The rail, from top to bottom; a gap stands between groups. A new room is one line here, and its route in `app.tsx`. */
// biome-ignore format: one room a line, to be read as a table.
export const rooms: readonly Room[] = [
  { name: "answers", path: "/answers", icon: "queue", group: "work", permission: "NOTICE_ANSWER", key: "w", count: "queue" },
  { name: "queue", path: "/queue", icon: "queue", group: "work", permission: "CASE_NOTE", key: "q", count: "queue" },
  { name: "approvals", path: "/approvals", icon: "check", group: "work", permission: "CASE_NOTE", orPermission: "ROLE_APPROVE", key: "a", count: "approvals" },
  { name: "mentions", path: "/mentions", icon: "person", group: "work", permission: "CASE_NOTE", key: "m", count: "mentions" },
  { name: "supervisor", path: "/supervisor", icon: "people", group: "work", permission: "DESK_LEAD", key: "s" },
  { name: "cases", path: "/cases", icon: "folder", group: "work", permission: "CASE_READ", key: "c" },
  { name: "refunds", path: "/refunds", icon: "refund", group: "work", permission: "CASE_READ", key: "r" },
  { name: "disputes", path: "/disputes", icon: "scales", group: "work", permission: "CASE_READ", key: "d" },
  { name: "referrals", path: "/referrals", icon: "shield", group: "work", permission: "CASE_NOTE", key: "e" },
  { name: "insight", path: "/insight", icon: "chart", group: "records", permission: "INSIGHT_READ", key: "h" },
  { name: "transactions", path: "/transactions", icon: "card", group: "records", permission: "TRANSACTION_READ", key: "t" },
  { name: "imports", path: "/imports", icon: "importing", group: "records", permission: "IMPORT_RUN", key: "i" },
  { name: "notices", path: "/notices", also: ["/mailbox"], icon: "send", group: "records", permission: "NOTICE_READ", key: "n" },
  { name: "templates", path: "/templates", icon: "pen", group: "rules", permission: "TEMPLATE_WRITE", key: "w" },
  { name: "policies", path: "/policies", icon: "document", group: "rules", permission: "POLICY_READ", key: "p" },
  { name: "audit", path: "/audit/log", also: ["/audit/"], icon: "search", group: "rules", permission: "AUDIT_READ", key: "u" },
  { name: "training", path: "/training", also: ["/learn/"], icon: "cap", group: "house", permission: "TRAINING_LEARN", key: "l" },
  { name: "admin", path: "/people", also: ["/roles", "/api-keys", "/merchants", "/institutions", "/providers", "/calendars", "/webhooks", "/settings"], icon: "people", group: "house", permission: "STAFF_MANAGE", key: "o" },
];

export function roomsOf(viewer: Viewer): readonly Room[] {
  return rooms.filter((room) => opensTo(room, viewer.permissions));
}

export function opensTo({ permission, orPermission = permission }: Room, held: readonly string[]): boolean {
  return held.includes(permission) || held.includes(orPermission);
}

/** Pages below a room belong to it: a case to the room of cases, wherever it was opened from. */
export function isInRoom({ path, also = [] }: Room, pathname: string): boolean {
  return pathname === path || [`${path}/`, ...also].some((start) => pathname.startsWith(start));
}
