import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type OperationResult, useClient } from "urql";
import type { QueueTab } from "../../desk/QueueTabs.tsx";
import { type QueueAddress, readQueueAddress, toCaseFilter, writeQueueAddress } from "../../desk/queue-address.ts";
import { failureOf } from "../../graphql/failure.ts";
import { useOneKey } from "../../graphql/one-key.ts";
import { useViewer } from "../../shell/viewer.ts";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { failureLine } from "../../ui/failure-line.ts";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import type { SavedView } from "./use-queue-tabs.ts";
import { ViewLine } from "./ViewLine.tsx";
import { ArrangeViews, ChangeView, DeleteView, SaveView } from "./view-operations.ts";
import css from "./views.module.css";

interface Answer {
  readonly result: { readonly __typename: string; readonly message?: string };
}

/** Names for addresses: save what is shown, put the tabs in order, choose where the queue opens. */
export function ViewsDialog({
  address,
  tabs,
  saved,
  home,
  onChange,
  onClose,
}: {
  readonly address: QueueAddress;
  readonly tabs: readonly QueueTab[];
  readonly saved: readonly SavedView[];
  readonly home: string | null;
  readonly onChange: () => void;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const client = useClient();
  const { permissions } = useViewer();
  const mayShare = permissions.includes("VIEW_SHARE");
  const key = useOneKey();
  const [trouble, setTrouble] = useState<string | null>(null);
  const shown = { ...address, chosen: null };

  async function send(work: Promise<OperationResult<Answer>>): Promise<boolean> {
    const { data, error } = await work;
    const refused = data?.result.__typename === "ViewRefused" ? (data.result.message ?? "") : null;
    setTrouble(data === undefined ? failureLine(t, failureOf(error)) : refused);
    onChange();
    return data !== undefined && refused === null;
  }

  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const form = event.currentTarget;
    const told = new FormData(form);
    const view = {
      name: String(told.get("name") ?? "").trim(),
      address: String(writeQueueAddress(shown)),
      filter: toCaseFilter(shown),
      shared: told.has("shared"),
    };
    const input = { ...view, idempotencyKey: key.of(view) };
    if (!(await send(client.mutation(SaveView, { input }).toPromise()))) return;
    key.forget();
    form.reset();
  }

  function change(view: SavedView, part: Partial<Pick<SavedView, "name" | "address" | "shared">>): Promise<boolean> {
    const { id, name, address: at, shared } = { ...view, ...part };
    const filter = toCaseFilter(readQueueAddress(new URLSearchParams(at), "team"));
    return send(client.mutation(ChangeView, { input: { id, name, address: at, filter, shared } }).toPromise());
  }

  const arrange = (places: readonly string[], opens: string | null) =>
    void send(client.mutation(ArrangeViews, { input: { home: opens, places: [...places] } }).toPromise());
  const keys = tabs.map((tab) => tab.key);
  function move(key: string, by: 1 | -1): void {
    const at = keys.indexOf(key);
    const rest = keys.filter((one) => one !== key);
    arrange([...rest.slice(0, at + by), key, ...rest.slice(at + by)], home);
  }

  return (
    <Modal label={t("views.title")} heading onClose={onClose}>
      <div className={css.views}>
        <form className={css.save} onSubmit={(event) => void save(event)}>
          <h3>{t("views.saveTitle")}</h3>
          <Field label={t("views.name")} hint={t("views.saveHint")}>
            {(control) => <input {...control} name="name" required maxLength={60} autoComplete="off" />}
          </Field>
          <div className={css.saveFoot}>
            {mayShare && (
              <label className={css.check}>
                <input type="checkbox" name="shared" />
                {t("views.share")}
              </label>
            )}
            <Button type="submit" look="primary">
              {t("views.save")}
            </Button>
          </div>
        </form>
        {trouble !== null && <Notice kind="no" title={trouble} />}
        <h3>{t("views.list")}</h3>
        <ul className={css.list}>
          {tabs.map((tab, at) => (
            <ViewLine
              key={tab.key}
              tab={tab}
              view={saved.find(({ id }) => id === tab.key) ?? null}
              isHome={home === tab.key}
              isFirst={at === 0}
              isLast={at === tabs.length - 1}
              mayShare={mayShare}
              onHome={() => arrange(keys, home === tab.key ? null : tab.key)}
              onMove={(by) => move(tab.key, by)}
              onChange={change}
              onReplace={(view) => void change(view, { address: String(writeQueueAddress(shown)) })}
              onDelete={({ id }) => void send(client.mutation(DeleteView, { input: { id } }).toPromise())}
            />
          ))}
        </ul>
      </div>
    </Modal>
  );
}
