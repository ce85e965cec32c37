import { StyleSheet, Text } from "@react-pdf/renderer";
import { createElement as draw, type ReactElement } from "react";
import { pdfFont } from "./pdf-fonts.ts";

export type Part = ReactElement | null;

const quiet = "#465164";
const edge = { borderBottomWidth: 1, borderBottomColor: "#c4ccd8", borderBottomStyle: "solid" } as const;

/** How whatever is printed and filed looks. */
export const paper = StyleSheet.create({
  page: { padding: 48, paddingBottom: 72, fontFamily: pdfFont, fontSize: 9.5, color: "#1a2230" },
  // Not on the page: what is fixed to its foot would not be drawn (a fault of the library).
  body: { fontSize: 9.5, lineHeight: 1.5 },
  title: { fontSize: 18, fontWeight: 600, lineHeight: 1.5 },
  quiet: { color: quiet },
  strong: { fontWeight: 600 },
  heading: { marginTop: 16, marginBottom: 4, paddingBottom: 2, fontSize: 12, fontWeight: 600, ...edge },
  row: { flexDirection: "row", gap: 12, paddingVertical: 1.5 },
  name: { width: 110, color: quiet },
  value: { flex: 1 },
  foot: { position: "absolute", bottom: 28, left: 48, right: 48, fontSize: 8, color: quiet },
  footLine: { flexDirection: "row", justifyContent: "space-between" },
});

/** What the layout leaves below a heading, or takes it to the next page with what follows. */
const AHEAD = 80;

/**
 * A heading with what it is over, side by side in one list: the layout looks ahead only there, and a heading inside a list of
 * its own could stay alone at a page's foot. So it could over a first part that is kept in one piece and taller than what is
 * left for it; what may be long is let run on to the next page.
 */
export function headed(title: string, parts: readonly Part[]): readonly Part[] {
  return [draw(Text, { key: title, style: paper.heading, minPresenceAhead: AHEAD }, title), ...parts];
}
