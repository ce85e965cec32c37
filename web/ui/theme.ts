import { type ThemeConfig, theme } from "antd";
import type { ColorScheme } from "./color-scheme.ts";

/** Ant Design's tokens by the names of ours; the values stand in tokens.css alone, for both themes. */
const colors = {
  colorPrimary: "--accent-fill",
  colorLink: "--accent",
  colorError: "--late",
  colorWarning: "--soon",
  colorSuccess: "--good",
  colorInfo: "--verification",
  colorBgLayout: "--paper",
  colorBgContainer: "--surface",
  colorBgElevated: "--raised",
  colorFillTertiary: "--sunken",
  colorBorder: "--line-strong",
  colorBorderSecondary: "--line",
  colorSplit: "--line",
  colorText: "--ink",
  colorTextSecondary: "--ink-2",
  colorTextTertiary: "--ink-3",
  colorTextDescription: "--ink-3",
  colorTextPlaceholder: "--ink-3",
  colorTextDisabled: "--ink-3",
  fontFamily: "--font",
  boxShadow: "--shadow",
  boxShadowSecondary: "--shadow",
} as const;

/** The desk's look for the parts that come from Ant Design. */
export function antTheme(scheme: ColorScheme, lineHeight: number): ThemeConfig {
  const style = getComputedStyle(document.documentElement);
  const read = (name: string) => style.getPropertyValue(name).trim();
  const named = Object.fromEntries(Object.entries(colors).map(([token, name]) => [token, read(name)]));
  const known = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== ""));
  return {
    algorithm: scheme === "dark" ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      ...known,
      borderRadius: 6,
      borderRadiusSM: 4,
      borderRadiusLG: 6,
      fontSize: 14,
      fontWeightStrong: 600,
      controlHeight: 32,
      lineHeight,
      motionDurationSlow: "0.15s",
      motionDurationMid: "0.12s",
      motionDurationFast: "0.08s",
      wireframe: false,
    },
    components: {
      Table: {
        headerBg: read("--paper"),
        rowSelectedBg: read("--accent-wash"),
        headerSplitColor: "transparent",
        cellPaddingBlock: 8,
      },
      Upload: { colorFillAlter: read("--surface") },
    },
  };
}
