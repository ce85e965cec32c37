import type { CheckOutcome } from "../graphql/words.ts";
import type { IconName } from "../ui/Icon.tsx";

interface CheckLook {
  readonly icon: IconName;
  readonly name: "passed" | "failed" | "open" | "aside";
}

/** How a check looks by how it stands, on a case and before there is one. */
export const checkLooks: Readonly<Record<CheckOutcome, CheckLook>> = {
  PASSED: { icon: "check", name: "passed" },
  FAILED: { icon: "close", name: "failed" },
  PENDING: { icon: "clock", name: "open" },
  WAIVED: { icon: "dots", name: "aside" },
  NOT_NEEDED: { icon: "dots", name: "aside" },
};
