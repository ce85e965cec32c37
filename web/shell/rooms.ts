import type { IconName } from "../ui/Icon.tsx";
import type { Viewer } from "./viewer.ts";

export interface Room {
  readonly path: string;
  readonly label: "shell.queue" | "shell.transactions" | "shell.imports";
  readonly icon: IconName;
  /** Shown to whoever has it. */
  readonly permission: Viewer["permissions"][number];
}

/** The rail, from top to bottom. */
export const rooms: readonly Room[] = [
  { path: "/queue", label: "shell.queue", icon: "queue", permission: "CASE_READ" },
  { path: "/transactions", label: "shell.transactions", icon: "card", permission: "TRANSACTION_READ" },
  { path: "/imports", label: "shell.imports", icon: "importing", permission: "IMPORT_RUN" },
];

export function roomsOf(viewer: Viewer): readonly Room[] {
  return rooms.filter(({ permission }) => viewer.permissions.includes(permission));
}
