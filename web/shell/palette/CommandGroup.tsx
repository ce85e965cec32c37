import { Command } from "cmdk";
import { Icon } from "../../ui/Icon.tsx";
import type { ShellCommand } from "./command.ts";
import css from "./palette.module.css";

/** Commands under their heading; the one that is chosen closes the palette and runs. */
export function CommandGroup({
  title,
  commands,
  onRun,
}: {
  readonly title: string;
  readonly commands: readonly ShellCommand[];
  readonly onRun: (run: () => void) => void;
}) {
  if (commands.length === 0) return null;
  return (
    <Command.Group heading={title}>
      {commands.map(({ name, icon, run }) => (
        <Command.Item key={name} value={`command ${name}`} onSelect={() => onRun(run)}>
          <Icon name={icon} />
          <span className={css.name}>{name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
