import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import { failureOf } from "../../../graphql/failure.ts";
import { graphql } from "../../../graphql/graphql.ts";
import { CategoryField } from "../../../registry/CategoryField.tsx";
import { MerchantLineFragment } from "../../../registry/MerchantLine.tsx";
import { NameFields } from "../../../registry/NameFields.tsx";
import { RegistryAnswer, RegistryAnswerFragment } from "../../../registry/RegistryAnswer.tsx";
import css from "../../../registry/registry.module.css";
import { FailureView } from "../../../shell/FailureView.tsx";
import { Button } from "../../../ui/Button.tsx";
import { useTouched } from "../../../ui/use-touched.ts";

export const ChangeMerchantMutation = graphql(
  `
    mutation ChangeMerchant($input: ChangeMerchantInput!) {
      answer: changeMerchant(input: $input) {
        __typename
        ... on MerchantKept {
          merchant {
            id
            version
            ...MerchantLine_merchant
          }
        }
        ...RegistryAnswer_problem
      }
    }
  `,
  [MerchantLineFragment, RegistryAnswerFragment],
);

interface Merchant {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly nameZh: string | null;
  readonly categoryCode: string | null;
}

/** What a merchant is called and of which category it is. */
export function ChangeMerchantForm({
  merchant,
  onBack,
  onKept,
  onStale,
}: {
  readonly merchant: Merchant;
  readonly onBack: () => void;
  /** Stored; whether nothing was typed since. */
  readonly onKept: (isAll: boolean) => void;
  readonly onStale: () => void;
}) {
  const { t } = useTranslation();
  const stored = { name: merchant.name, nameZh: merchant.nameZh ?? "", categoryCode: merchant.categoryCode ?? "" };
  const { typed, touch, keep } = useTouched(stored, merchant.version);
  const [{ data, error, fetching }, change] = useMutation(ChangeMerchantMutation);

  async function send(): Promise<void> {
    const kept = { merchantId: merchant.id, expectedVersion: merchant.version };
    const { data: told } = await change({ input: { ...kept, ...typed } });
    if (told?.answer.__typename === "MerchantKept") onKept(keep(typed));
    if (told?.answer.__typename === "StaleRegistryEntry") onStale();
  }

  const answer = data?.answer;
  return (
    <form
      className={css.part}
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <h3>{t("registry.edit")}</h3>
      <NameFields value={typed} onChange={({ name, nameZh }) => touch({ name, nameZh })} />
      <CategoryField value={typed.categoryCode} onChange={(categoryCode) => touch({ categoryCode })} />
      {answer !== undefined && answer.__typename !== "MerchantKept" && <RegistryAnswer problem={answer} />}
      {error !== undefined && <FailureView failure={failureOf(error)} isWrite onRetry={() => void send()} />}
      <div className={css.foot}>
        <Button onClick={onBack}>{t("common.cancel")}</Button>
        <Button type="submit" look="primary" busy={fetching}>
          {t("registry.save")}
        </Button>
      </div>
    </form>
  );
}
