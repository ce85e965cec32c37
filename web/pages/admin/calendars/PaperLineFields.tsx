import { useTranslation } from "react-i18next";
import { isBegun, type PaperLine } from "../../../calendars/paper.ts";
import { Field } from "../../../ui/Field.tsx";
import css from "./year-sheet.module.css";

/** One holiday of the paper: off from when to when, and the weekends worked for it. There is always room for one more of those. */
export function PaperLineFields({
  name,
  year,
  line,
  onChange,
}: {
  readonly name: string;
  readonly year: number;
  readonly line: PaperLine;
  readonly onChange: (line: PaperLine) => void;
}) {
  const { t } = useTranslation();
  const range = { type: "date", min: `${year}-01-01`, max: `${year}-12-31` } as const;
  const places = [...line.madeUp, ""];
  return (
    <fieldset className={css.line}>
      <legend>{name}</legend>
      {(["from", "to"] as const).map((end) => (
        <Field key={end} label={t(`calendars.paper.${end}`)}>
          {(control) => (
            <input
              {...control}
              {...range}
              required={isBegun(line)}
              value={line[end]}
              onChange={({ target }) => onChange({ ...line, [end]: target.value })}
            />
          )}
        </Field>
      ))}
      {places.map((day, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the place is what it is; a day may be changed in it.
        <Field key={place} label={t("calendars.paper.madeUp", { place: place + 1 })}>
          {(control) => (
            <input
              {...control}
              {...range}
              value={day}
              onChange={({ target }) =>
                onChange({ ...line, madeUp: places.with(place, target.value).filter((one) => one !== "") })
              }
            />
          )}
        </Field>
      ))}
    </fieldset>
  );
}
