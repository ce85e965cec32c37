import { Command } from "cmdk";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useLocation, useNavigate } from "react-router";
import { Icon } from "../../ui/Icon.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { KeyCaps } from "../../ui/shortcuts/KeyCaps.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { useSettled } from "../../ui/use-settled.ts";
import { caseChosenIn } from "../case-address.ts";
import { roomsOf } from "../rooms.ts";
import { useViewer } from "../viewer.ts";
import { CommandGroup } from "./CommandGroup.tsx";
import type { ShellCommand } from "./command.ts";
import { NeedsCase } from "./NeedsCase.tsx";
import { PaletteActions } from "./PaletteActions.tsx";
import { PaletteSearch } from "./PaletteSearch.tsx";
import { PaletteViews } from "./PaletteViews.tsx";
import { pageCommands } from "./page-commands.ts";
import css from "./palette.module.css";
import { RecentCases } from "./RecentCases.tsx";
import { recentCases } from "./recent-cases.ts";
import { useCalled } from "./use-called.ts";
import { whatIsSought } from "./what-is-sought.ts";

/** How long the typing rests before the server is asked. */
const RESTS_MS = 160;

/** One box to find anything and to do anything: cases and payments, what the open case allows, rooms, and the shell's own commands. */
export function Palette({
  commands,
  typed: ahead = "",
  onClose,
}: {
  readonly commands: readonly ShellCommand[];
  /** What was typed before it was here. */
  readonly typed?: string;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const navigate = useNavigate();
  const open = caseChosenIn(useLocation());
  const [text, setText] = useState(ahead);
  const [page] = useState(pageCommands);
  const [recent] = useState(() => recentCases(viewer.id).filter((number) => number !== open));
  const settled = useSettled(text.trim(), RESTS_MS);
  const typed = text.trim().toLowerCase();
  const isCalled = useCalled(typed);
  const isPhone = useMedia("(max-width: 860px)");
  const go = (path: string) => {
    onClose();
    void navigate(path);
  };
  const rooms = roomsOf(viewer).filter(({ name }) => isCalled((text) => text(`room.${name}`)));
  const sought = whatIsSought(viewer);
  const isOfDesk = viewer.permissions.includes("CASE_NOTE");
  const areMeant = ({ name, also = () => "" }: ShellCommand) => isCalled(() => name) || isCalled(also);
  const meant = commands.filter(areMeant);
  const run = (chosen: () => void) => {
    onClose();
    chosen();
  };

  return (
    <Modal label={t("palette.title")} place="top" onClose={onClose}>
      <Command className={css.palette} label={t("palette.title")} shouldFilter={false} loop>
        <div className={css.ask}>
          <Icon name="search" />
          <Command.Input
            data-first-focus
            value={text}
            onValueChange={setText}
            placeholder={t(isPhone ? `palette.short.${sought}` : `palette.placeholder.${sought}`)}
          />
          <button type="button" className={css.close} onClick={onClose}>
            <span className="quiet">{t("common.close")}</span>
            <span className={css.keys}>
              <KeyCaps keys="Escape" />
            </span>
            <span className={css.cross}>
              <Icon name="close" />
            </span>
          </button>
        </div>
        <Command.List className={css.list} label={t("palette.results")}>
          {page !== null && <CommandGroup title={page.title} commands={page.commands.filter(areMeant)} onRun={run} />}
          {typed !== "" && sought !== "ROOMS" && (
            <PaletteSearch text={settled} isTyping={settled !== text.trim()} onGo={go} />
          )}
          {typed !== "" && sought === "ROOMS" && rooms.length + meant.length === 0 && (
            <p className={css.none}>{t("palette.noCommand", { text: text.trim() })}</p>
          )}
          {typed !== "" && isOfDesk && open === null && page === null && <NeedsCase isCalled={isCalled} />}
          {open !== null && <PaletteActions number={open} isCalled={isCalled} onGo={go} />}
          {typed === "" && <RecentCases numbers={recent} onGo={go} />}
          {rooms.length > 0 && (
            <Command.Group heading={t("shortcuts.rooms")}>
              {rooms.map(({ name, path, icon, key }) => (
                <Command.Item key={name} value={`room ${name}`} onSelect={() => go(path)}>
                  <Icon name={icon} />
                  <span className={css.name}>{t(`room.${name}`)}</span>
                  <span className={css.keys}>
                    <KeyCaps keys={`g ${key}`} />
                  </span>
                </Command.Item>
              ))}
            </Command.Group>
          )}
          {isOfDesk && <PaletteViews isCalled={isCalled} onGo={go} />}
          <CommandGroup title={t("palette.commands")} commands={meant} onRun={run} />
        </Command.List>
      </Command>
    </Modal>
  );
}
