import { useId } from "react";
import { Icon, type IconName } from "./Icon.tsx";
import css from "./segments.module.css";

export interface Segment<V extends string> {
  readonly value: V;
  readonly label: string;
  readonly icon?: IconName;
  /** How many there are of it. */
  readonly count?: number;
}

/** One of a few, all in sight. */
export function Segments<V extends string>({
  legend,
  options,
  value,
  onChange,
}: {
  readonly legend: string;
  readonly options: readonly Segment<V>[];
  readonly value: V;
  readonly onChange: (value: V) => void;
}) {
  const name = useId();
  return (
    <fieldset className={css.segments}>
      <legend className="quiet">{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className={option.value === value ? css.on : undefined}>
          <input
            type="radio"
            className="quiet"
            name={name}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          {option.icon !== undefined && <Icon name={option.icon} size="s" />}
          {option.label}
          {option.count !== undefined && <small>{option.count}</small>}
        </label>
      ))}
    </fieldset>
  );
}
