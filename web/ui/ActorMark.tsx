import css from "./actor-mark.module.css";
import { Icon, type IconName } from "./Icon.tsx";

/** Who acts, told apart by shape: round is a person, square an organisation, a shield an agency, a dot the desk itself. */
export type ActorKind = "customer" | "colleague" | "merchant" | "bank" | "agency" | "system";

const icons: Record<ActorKind, IconName | null> = {
  customer: null,
  colleague: null,
  merchant: "shop",
  bank: "bank",
  agency: "shield",
  system: null,
};

/** 28 px in the story, 24 in a header, 18 in a row. The name stands beside it, so it is not read aloud. */
export function ActorMark({
  kind,
  name,
  size = "story",
}: {
  readonly kind: ActorKind;
  readonly name: string;
  readonly size?: "story" | "header" | "row";
}) {
  const icon = icons[kind];
  const isPerson = kind === "customer" || kind === "colleague";
  return (
    <span className={`${css.mark} ${css[kind]} ${css[size]}`} aria-hidden="true">
      {icon !== null && <Icon name={icon} size={size === "story" ? "m" : "s"} />}
      {isPerson && initialOf(name)}
    </span>
  );
}

/** A Chinese family name, or the first Latin letter. */
function initialOf(name: string): string {
  return (Array.from(name.trim())[0] ?? "?").toUpperCase();
}
