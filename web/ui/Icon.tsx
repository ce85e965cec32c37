import type { ReactNode } from "react";
import css from "./icon.module.css";

/** Drawn on a 16-pixel square with one stroke; the tone is the text's. */
const drawings = {
  queue: <path d="M2.5 3.5h11M2.5 8h11M2.5 12.5h7" />,
  folder: <path d="M2 5V3.5A1 1 0 0 1 3 2.5h3l1.5 2H13a1 1 0 0 1 1 1v7a1 1 0 0 1-1 1H3a1 1 0 0 1-1-1z" />,
  refund: <path d="M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6" />,
  scales: <path d="M8 2v12M5 14h6M3 4.5h10M3 4.5 1.5 9a2 2 0 0 0 3 0zM13 4.5 11.5 9a2 2 0 0 0 3 0z" />,
  shield: <path d="M8 1.8 13 3.6v4.2c0 3-2.1 5.2-5 6.4-2.9-1.2-5-3.4-5-6.4V3.6z" />,
  card: (
    <path d="M3.3 3.3h9.4a1.5 1.5 0 0 1 1.5 1.5v6.4a1.5 1.5 0 0 1-1.5 1.5H3.3a1.5 1.5 0 0 1-1.5-1.5V4.8a1.5 1.5 0 0 1 1.5-1.5zM1.8 6.3h12.4M4.5 10H7" />
  ),
  document: (
    <path d="M4 1.8h5.5L12.5 5v9.2H4a.7.7 0 0 1-.7-.7v-11A.7.7 0 0 1 4 1.8zM9.3 2v3.3h3M5.8 8.5h4.4M5.8 11h4.4" />
  ),
  importing: <path d="M8 2v7.5M4.8 6.5 8 9.7l3.2-3.2M2.5 11v2.5h11V11" />,
  menu: <path d="M2 4h12M2 8h12M2 12h12" />,
  globe: (
    <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM2 8h12M8 2c2 1.7 2.8 3.7 2.8 6S10 12.3 8 14c-2-1.7-2.8-3.7-2.8-6S6 3.7 8 2z" />
  ),
  sun: (
    <path d="M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.5v1.3M8 13.2v1.3M1.5 8h1.3M13.2 8h1.3M3.4 3.4l.9.9M11.7 11.7l.9.9M12.6 3.4l-.9.9M4.3 11.7l-.9.9" />
  ),
  moon: <path d="M13 9.6A5.5 5.5 0 0 1 6.4 3a5.5 5.5 0 1 0 6.6 6.6z" />,
  close: <path d="m4 4 8 8M12 4l-8 8" />,
  check: <path d="m3 8.5 3.3 3.3L13 5" />,
  dots: <path d="M3.5 8h.01M8 8h.01M12.5 8h.01" strokeWidth="2.2" />,
  clock: <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM8 4.5V8l2.3 1.5" />,
  late: <path d="M8 2.2 14.3 13H1.7zM8 6.5v3M8 11.3v.1" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  lock: (
    <path d="M4.2 7h7.6A1.2 1.2 0 0 1 13 8.200v4.400a1.2 1.2 0 0 1-1.2 1.200H4.200A1.2 1.2 0 0 1 3 12.600V8.200A1.2 1.2 0 0 1 4.2 7zM5.3 7V5a2.7 2.7 0 0 1 5.4 0v2" />
  ),
  person: <path d="M8 2.6a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.400zM3 13.500c.5-2.7 2.4-4.3 5-4.300s4.5 1.6 5 4.3" />,
  people: (
    <path d="M5.5 3.200a2.3 2.3 0 1 0 0 4.6 2.3 2.3 0 0 0 0-4.600zM11 4.400a1.9 1.9 0 1 0 0 3.8 1.9 1.9 0 0 0 0-3.800zM1.5 13c.3-2.4 1.9-3.8 4-3.800s3.7 1.4 4 3.800M11 9.900c1.9 0 3.2 1.1 3.5 3.1" />
  ),
  cap: <path d="M8 3 1.5 6 8 9l6.5-3zM4 7.3v3.5c1 1 2.500 1.5 4 1.5s3-.5 4-1.500V7.3" />,
  shop: (
    <path d="M2.5 6.500v6.800h11V6.500M1.8 5.8 3 2.500h10l1.2 3.300a2 2 0 0 1-4.1 0 2.1 2.1 0 0 1-4.2 0 2 2 0 0 1-4.1 0zM6.5 13.300V9.500h3v3.8" />
  ),
  bank: <path d="M2 6 8 2.5 14 6zM3.5 6v5.500M6.5 6v5.500M9.5 6v5.500M12.5 6v5.500M2 13.500h12" />,
  coin: <path d="M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2zM5.8 4.800l2.2 3 2.2-3M8 7.800v4M6 8.500h4M6 10.300h4" />,
  picture: (
    <path d="M3.2 2.800h9.600A1.2 1.2 0 0 1 14 4v8a1.2 1.2 0 0 1-1.2 1.200H3.200A1.2 1.2 0 0 1 2 12V4a1.2 1.2 0 0 1 1.2-1.200zM5.5 5a1 1 0 1 0 0 2 1 1 0 0 0 0-2zM2.5 11.500l3.5-3 2.5 2 2-1.5 3 2.5" />
  ),
  clip: (
    <path d="m13 7.3-5.6 5.500a3.3 3.3 0 0 1-4.7-4.700l5.7-5.600a2.2 2.2 0 0 1 3.1 3.100l-5.6 5.600a1.1 1.1 0 0 1-1.6-1.500L9.5 4.5" />
  ),
  send: <path d="M14 2 7 9M14 2 9.5 14 7 9 2 6.500z" />,
  arrow: <path d="M2.5 8h11M9.5 4l4 4-4 4" />,
  back: <path d="M10 4 6 8l4 4" />,
  right: <path d="m6 4 4 4-4 4" />,
  down: <path d="m4 6 4 4 4-4" />,
  plus: <path d="M8 3v10M3 8h10" />,
  sort: <path d="M5 3v10M2.5 5.5 5 3l2.5 2.500M9.5 5H14M9.5 8h3M9.5 11H11" />,
  search: <path d="M7 2.500a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9zM10.4 10.400l3.3 3.3" />,
  camera: <path d="M2 5.500h2.800L6 3.500h4l1.2 2H14v7.500H2zM8 6.600a2.4 2.4 0 1 0 0 4.8 2.4 2.4 0 0 0 0-4.800z" />,
  scan: <path d="M2.5 5.500v-3h3M10.5 2.500h3v3M13.5 10.500v3h-3M5.5 13.500h-3v-3M5 6v4M8 6v4M11 6v4" />,
  pen: <path d="M10.8 2.6 13.4 5.2 5.6 13H3v-2.600zM9 4.400l2.6 2.6" />,
  flag: <path d="M3.5 14V2.500H12L10.3 6 12 9.500H3.5" />,
  fold: <path d="M2.5 3h11v10h-11zM6 3v10M11 6 9 8l2 2" />,
  unfold: <path d="M2.5 3h11v10h-11zM6 3v10M9 6l2 2-2 2" />,
  chart: <path d="M2.5 2.500v11h11M5.5 11V8M8.5 11V5M11.5 11V7" />,
  leave: <path d="M9.5 2.500h-6v11h6M6.5 8h7.500M11 5l3 3-3 3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof drawings;

/** A mark beside words; it never stands for a word alone, so readers of the screen pass over it. */
export function Icon({ name, size = "m" }: { readonly name: IconName; readonly size?: "s" | "m" | "l" }) {
  return (
    <svg className={`${css.icon} ${css[size]}`} viewBox="0 0 16 16" aria-hidden="true">
      {drawings[name]}
    </svg>
  );
}
