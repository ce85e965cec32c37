import { Command } from "cmdk";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { graphql } from "../../graphql/graphql.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useViewer } from "../viewer.ts";
import css from "./palette.module.css";

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
  readonly isMeant: (words: string) => boolean;
  readonly onGo: (path: string) => void;
}

/** The queue's views by name, the reader's own and what others have shared among them. */
export function PaletteViews({ isMeant, onGo }: PaletteViewsProps) {
  const { t } = useTranslation();
  const { permissions } = useViewer();
  const [{ data }] = useQuery({ query: PaletteViewsQuery, requestPolicy: "cache-and-network" });
  const builtIn = (["action", "mine", "team", "bank", "all"] as const)
    .filter((view) => view !== "mine" || permissions.includes("CASE_WORK"))
    .map((view) => ({ id: view, name: t(`queue.view.${view}`), address: `view=${view}` }));
  const meant = [...builtIn, ...(data?.savedViews ?? [])].filter(({ name }) => isMeant(name));
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
