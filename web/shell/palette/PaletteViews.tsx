import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useViewer } from "../viewer.ts";
import css from "./palette.module.css";
import type { Calling, IsCalled } from "./use-called.ts";

const PaletteViewsQuery = graphql(`
  query PaletteViews {
    savedViews {
      id
      name
      address
    }
  }
`);

interface PaletteViewsProps {
  readonly isCalled: IsCalled;
  readonly onGo: (path: string) => void;
}

/** The queue's views by name, the reader's own and what others have shared among them. */
export function PaletteViews({ isCalled, onGo }: PaletteViewsProps) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [{ data }] = useQuery({ query: PaletteViewsQuery, requestPolicy: "cache-and-network" });
  const builtIn = (["action", "mine", "team", "bank", "all"] as const)
    .filter((view) => view !== "mine" || permissions.includes("CASE_WORK"))
    .map((view) => {
      const calling: Calling = (text) => text(`queue.view.${view}`);
      return { id: view, name: calling(t), address: `view=${view}`, calling };
    });
  const saved = (data?.savedViews ?? []).map((view) => ({ ...view, calling: () => view.name }));
  const meant = [...builtIn, ...saved].filter(({ calling }) => isCalled(calling));
  if (meant.length === 0) return null;
  return (
    <Command.Group heading={t("queue.views")}>
      {meant.map(({ id, name, address }) => (
        <Command.Item key={id} value={`view ${id}`} onSelect={() => onGo(`/queue?${address}`)}>
          <Icon name="queue" />
          <span className={css.name}>{name}</span>
        </Command.Item>
      ))}
    </Command.Group>
  );
}
