/** How a page lies under the eye: its size, quarter turns, and how far it was moved. */
export interface View {
  readonly scale: number;
  readonly turns: number;
  readonly x: number;
  readonly y: number;
}

export const wholeView: View = { scale: 1, turns: 0, x: 0, y: 0 };
const [LEAST, MOST, STEP, MOVE] = [0.25, 8, 1.25, 60] as const;

export function zoomed(view: View, factor: number): View {
  return { ...view, scale: Math.min(MOST, Math.max(LEAST, view.scale * factor)) };
}

export const zoomIn = (view: View) => zoomed(view, STEP);
export const zoomOut = (view: View) => zoomed(view, 1 / STEP);
export const turned = (view: View): View => ({ ...view, turns: (view.turns + 1) % 4 });

export function moved(view: View, x: number, y: number): View {
  return { ...view, x: view.x + x, y: view.y + y };
}

const keys: Readonly<Record<string, (view: View) => View>> = {
  "+": zoomIn,
  "=": zoomIn,
  "-": zoomOut,
  "0": () => wholeView,
  r: turned,
  R: turned,
  // The eye moves with the arrow, so the page moves against it.
  ArrowLeft: (view) => moved(view, MOVE, 0),
  ArrowRight: (view) => moved(view, -MOVE, 0),
  ArrowUp: (view) => moved(view, 0, MOVE),
  ArrowDown: (view) => moved(view, 0, -MOVE),
};

/** What a key makes of the view; null for a key that is none of ours. */
export function viewAfterKey(view: View, key: string): View | null {
  return keys[key]?.(view) ?? null;
}

export function transformOf({ scale, turns, x, y }: View): string {
  return `translate(${x}px, ${y}px) rotate(${turns * 90}deg) scale(${scale})`;
}
