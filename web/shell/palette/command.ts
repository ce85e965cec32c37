import type { IconName } from "../../ui/Icon.tsx";
import type { Calling } from "./use-called.ts";

/** Something that can be done from the palette. */
export interface ShellCommand {
  readonly name: string;
  /** What it is looked for by, beside its name: that in the other language among it. */
  readonly also?: Calling;
  readonly icon: IconName;
  readonly run: () => void;
}
