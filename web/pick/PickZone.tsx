import { useNow } from "../i18n/use-now.ts";
import { Field } from "../ui/Field.tsx";

/** Every zone that the browser knows, by continent, each with how far its clocks are from UTC now. */
export function PickZone({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onChange: (zone: string) => void;
}) {
  const now = useNow();
  const zones = [...new Set([value, "Asia/Shanghai", ...Intl.supportedValuesOf("timeZone")])];
  const byPlace = Map.groupBy(zones, (zone) => zone.split("/")[0] ?? zone);
  return (
    <Field label={label} hint={hint}>
      {(control) => (
        <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
          {[...byPlace].map(([place, names]) => (
            <optgroup key={place} label={place}>
              {names.toSorted().map((zone) => (
                <option key={zone} value={zone}>
                  {`${zone} (${offsetOf(zone, now)})`}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      )}
    </Field>
  );
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/** "UTC+8". */
function offsetOf(timeZone: string, now: Date): string {
  const format = offsets.get(timeZone) ?? new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" });
  offsets.set(timeZone, format);
  const name = format.formatToParts(now).find(({ type }) => type === "timeZoneName")?.value ?? "";
  return name.replace("GMT", "UTC");
}
