import { type FragmentOf, readFragment } from "gql.tada";
import {
  type FocusEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { graphql } from "../graphql/graphql.ts";
import { Button } from "../ui/Button.tsx";
import { ClockProof, ClockProofFragment } from "./ClockProof.tsx";
import css from "./date-proof.module.css";

export const DateProofFragment = graphql(
  `
    fragment DateProof_clock on Clock {
      title
      ...ClockProof_clock
    }
  `,
  [ClockProofFragment],
);

/** "Why?" behind a date: a pointer, the focus or a press opens its proof; leaving, Escape or a press beside it closes it. */
export function DateProof({ clock: of }: { readonly clock: FragmentOf<typeof DateProofFragment> }) {
  const { t } = useTranslation();
  const clock = readFragment(DateProofFragment, of);
  const [isOpen, setOpen] = useState(false);
  const whole = useRef<HTMLSpanElement>(null);
  const id = useId();

  useEffect(
    function closeFromElsewhere() {
      if (!isOpen) return;
      const { current } = whole;
      const closeBeside = ({ target }: Event) => {
        if (!(target instanceof Node && current?.contains(target))) setOpen(false);
      };
      // It stands where its word stood, and would stay there when the page moves away under it.
      const closeWhenMoved = ({ target }: Event) => {
        if (target instanceof Node && target.contains(current)) setOpen(false);
      };
      document.addEventListener("pointerdown", closeBeside);
      document.addEventListener("scroll", closeWhenMoved, { capture: true, passive: true });
      return () => {
        document.removeEventListener("pointerdown", closeBeside);
        document.removeEventListener("scroll", closeWhenMoved, { capture: true });
      };
    },
    [isOpen],
  );

  function closeOnEscape(event: KeyboardEvent): void {
    if (event.key !== "Escape" || !isOpen) return;
    event.stopPropagation();
    setOpen(false);
  }

  function closeWhenLeft({ relatedTarget }: FocusEvent): void {
    if (!(relatedTarget instanceof Node && whole.current?.contains(relatedTarget))) setOpen(false);
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button has the words and the focus; this only follows the pointer.
    <span
      ref={whole}
      onMouseEnter={() => setOpen(true)}
      onMouseLeave={() => setOpen(false)}
      onKeyDown={closeOnEscape}
      onBlur={closeWhenLeft}
    >
      <Button
        look="link"
        size="small"
        aria-label={t("clock.showProof", { title: clock.title })}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onFocus={() => setOpen(true)}
        onClick={() => setOpen(true)}
      >
        {t("clock.why")}
      </Button>
      {isOpen && (
        <Floating id={id} title={clock.title}>
          <ClockProof clock={clock} />
        </Floating>
      )}
    </span>
  );
}

interface FloatingProps {
  readonly id: string;
  readonly title: string;
  readonly children: ReactNode;
}

/** Over everything, below what it belongs to and within the window: no part of the page cuts it off. */
function Floating({ id, title, children }: FloatingProps) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(function float() {
    const { current } = box;
    if (current === null) return undefined;
    const place = () => placeBelow(current);
    current.showPopover();
    place();
    window.addEventListener("resize", place);
    return () => window.removeEventListener("resize", place);
  }, []);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields.
    <div ref={box} id={id} popover="manual" role="group" aria-label={title} className={css.floating}>
      <strong>{title}</strong>
      {children}
    </div>
  );
}

const edge = 8;

function placeBelow(floating: HTMLElement): void {
  const from = floating.parentElement?.getBoundingClientRect();
  if (from === undefined) return;
  const { width, height } = floating.getBoundingClientRect();
  const root = document.documentElement;
  floating.style.left = `${Math.max(edge, Math.min(from.left, root.clientWidth - width - edge))}px`;
  const fitsBelow = from.bottom + height + edge <= root.clientHeight || from.top < height + edge;
  floating.style.top = `${fitsBelow ? from.bottom : from.top - height}px`;
}
