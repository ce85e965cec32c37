import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useQuery } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { nameIn } from "../../../i18n/name-in.ts";
import { useLanguage } from "../../../i18n/use-language.ts";
import { MerchantStateMark } from "../../../registry/MerchantStateMark.tsx";
import { type MerchantMove, movesFrom } from "../../../registry/merchant-states.ts";
import { RegistryHistory, RegistryHistoryFragment } from "../../../registry/RegistryHistory.tsx";
import css from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { Modal } from "../../../ui/Modal.tsx";
import { Skeleton } from "../../../ui/Skeleton.tsx";
import { ChangeMerchantForm } from "./ChangeMerchantForm.tsx";
import { MoveMerchantForm } from "./MoveMerchantForm.tsx";
import { TerminalList, TerminalListFragment } from "./TerminalList.tsx";

const MerchantSheetQuery = graphql(
  `
    query MerchantSheet($id: ID!) {
      node(id: $id) {
        id
        ... on Merchant {
          number
          name
          nameZh
          state
          version
          categoryCode
          categoryName
          ...TerminalList_merchant
          history {
            id
            ...RegistryHistory_event
          }
        }
      }
    }
  `,
  [TerminalListFragment, RegistryHistoryFragment],
);

/** One merchant: what is known of it, its terminals, what can be done, and what was. */
export function MerchantSheet({ id, onClose }: { readonly id: string; readonly onClose: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [asked, ask] = useState<MerchantMove | "edit" | null>(null);
  const [{ data, error }, again] = useQuery({
    query: MerchantSheetQuery,
    variables: { id },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });
  const merchant = data?.node != null && "number" in data.node ? data.node : null;
  const name = merchant === null ? null : nameIn(language, merchant);

  function onKept(): void {
    ask(null);
    refresh();
  }

  return (
    <Modal label={name ?? t("registry.merchant")} heading onClose={onClose}>
      <div className={css.form}>
        {error !== undefined && merchant === null && <FailureView failure={failureOf(error)} onRetry={refresh} />}
        {error === undefined && data === undefined && <Skeleton rows={6} label={t("common.loading")} />}
        {data !== undefined && merchant === null && <p>{t("registry.gone")}</p>}
        {merchant !== null && (
          <>
            <div className={css.facts}>
              <p>
                <MerchantStateMark state={merchant.state} />
              </p>
              <p>{t("common.separated", { first: t("registry.number"), second: merchant.number })}</p>
              <p>
                {merchant.categoryCode === null
                  ? t("registry.noCategory")
                  : t("registry.categoryNamed", { code: merchant.categoryCode, name: merchant.categoryName ?? "" })}
              </p>
            </div>
            {asked === null && (
              <div className={css.moves}>
                <Button onClick={() => ask("edit")}>{t("registry.edit")}</Button>
                {movesFrom[merchant.state].map((move) => (
                  <Button key={move} onClick={() => ask(move)}>
                    {t(`registry.move.${move}`)}
                  </Button>
                ))}
              </div>
            )}
            {asked === "edit" && (
              <ChangeMerchantForm
                merchant={merchant}
                onBack={() => ask(null)}
                onKept={(isAll) => (isAll ? onKept() : refresh())}
                onStale={refresh}
              />
            )}
            {asked !== null && asked !== "edit" && (
              <MoveMerchantForm
                key={asked}
                move={asked}
                merchant={merchant}
                onBack={() => ask(null)}
                onKept={onKept}
                onStale={refresh}
              />
            )}
            <TerminalList merchant={merchant} onKept={refresh} />
            <RegistryHistory events={merchant.history} />
          </>
        )}
      </div>
    </Modal>
  );
}
