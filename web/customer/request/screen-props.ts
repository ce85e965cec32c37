import type { Draft, DraftInCurrency } from "./draft.ts";
import type { Screen } from "./screens.ts";

/** What every screen of the form is given. */
export interface ScreenProps {
  readonly draft: DraftInCurrency;
  readonly change: (change: Partial<Draft>) => void;
  readonly go: (screen: Screen) => void;
}
