import type { roomsZhCn } from "../../i18n/zh-cn/rooms.ts";
import type { Viewer } from "../../shell/viewer.ts";

interface AdminTab {
  /** Its name: `adminTab.…` in the dictionaries. */
  readonly name: keyof (typeof roomsZhCn)["adminTab"];
  readonly path: string;
  readonly permission: Viewer["permissions"][number];
}

/** The administrator's room, from left to right. A new page of it is one line here, its route, and its path in `also` of the room. */
// biome-ignore format: one tab a line, to be read as a table.
const adminTabs: readonly AdminTab[] = [
  { name: "people", path: "/people", permission: "STAFF_MANAGE" },
  { name: "roles", path: "/roles", permission: "STAFF_MANAGE" },
  { name: "apiKeys", path: "/api-keys", permission: "STAFF_MANAGE" },
  { name: "merchants", path: "/merchants", permission: "REGISTRY_MANAGE" },
  { name: "institutions", path: "/institutions", permission: "REGISTRY_MANAGE" },
  { name: "providers", path: "/providers", permission: "REGISTRY_MANAGE" },
  { name: "calendars", path: "/calendars", permission: "REGISTRY_MANAGE" },
  { name: "webhooks", path: "/webhooks", permission: "REGISTRY_MANAGE" },
  { name: "settings", path: "/settings", permission: "SETTINGS_MANAGE" },
];

/** Everybody has keys of their own, so that page is everybody's. */
export function mayOpen(viewer: Viewer, pathname: string): boolean {
  const tab = adminTabs.find(({ path }) => path === pathname);
  return tab === undefined || tab.name === "apiKeys" || viewer.permissions.includes(tab.permission);
}

export function adminTabsOf(viewer: Viewer): readonly AdminTab[] {
  return adminTabs.filter(({ permission }) => viewer.permissions.includes(permission));
}
