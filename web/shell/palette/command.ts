import type { IconName } from "../../ui/Icon.tsx";

/** Something that can be done from the palette. */
export interface ShellCommand {
  readonly name: string;
  /** What it is looked for by, beside its name. */
  readonly also?: string;
  readonly icon: IconName;
  readonly run: () => void;
}
