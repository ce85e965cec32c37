import { useTranslation } from "react-i18next";

const [day, hour, minute] = [86_400_000, 3_600_000, 60_000];

/** A length of time in its largest unit that says enough. */
export function useSpan(): (ms: number) => string {
  const { t } = useTranslation();
  return (ms) => {
    if (ms >= 2 * day) return t("supervisor.spanDays", { count: Math.floor(ms / day) });
    if (ms >= hour) return t("supervisor.spanHours", { count: Math.floor(ms / hour) });
    return t("supervisor.spanMinutes", { count: Math.max(1, Math.floor(ms / minute)) });
  };
}
