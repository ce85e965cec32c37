import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useMutation } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { useAnswer } from "../../graphql/use-answer.ts";
import { PickCategory } from "../../pick/PickCategory.tsx";
import { PickMerchant } from "../../pick/PickMerchant.tsx";
import { saidAgainst } from "../../policies/messages-of.ts";
import { channels } from "../../policies/policy-lists.ts";
import { ScopeStanding, ScopeStandingFragment } from "../../policies/ScopeStanding.tsx";
import { FailureView } from "../../shell/FailureView.tsx";
import { AskedAnew } from "../../ui/AskedAnew.tsx";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Modal } from "../../ui/Modal.tsx";
import { Notice } from "../../ui/Notice.tsx";
import { Segments } from "../../ui/Segments.tsx";
import { useIsHere } from "../../ui/use-is-here.ts";
import css from "./new-policy.module.css";

const PreviewQuery = graphql(
  `
    query PolicyScopePreview($scope: PolicyScope!, $value: String!) {
      policyScopePreview(scope: $scope, value: $value) {
        label
        taken { id }
        ...ScopeStanding_preview
      }
    }
  `,
  [ScopeStandingFragment],
);

const CreateMutation = graphql(`
  mutation CreatePolicy($input: CreatePolicyInput!) {
    createPolicy(input: $input) {
      __typename
      ... on PolicyDraftDone { policy { id name } }
      ... on PolicyRefused { reasons { message } }
      ... on PolicyNotFound { message }
      ... on StalePolicyDraft { message }
    }
  }
`);

const kinds = ["CATEGORY", "MERCHANT", "CHANNEL"] as const;

/** A policy for a category, one merchant or a channel: whom it is for, which policies it goes before, and its first draft. */
export function NewPolicy({ onClose, onBegun }: { readonly onClose: () => void; readonly onBegun: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const isHere = useIsHere();
  const [scope, setScope] = useState<(typeof kinds)[number]>("CATEGORY");
  const [value, setValue] = useState<string | null>(null);
  const [label, setLabel] = useState({ zh: "", en: "" });
  const [messages, setMessages] = useState<readonly string[]>([]);
  const [{ data, error, fetching, stale }, again] = useAnswer({
    query: PreviewQuery,
    variables: { scope, value: value ?? "" },
    pause: value === null,
    requestPolicy: "network-only",
  });
  const [{ fetching: beginning }, create] = useMutation(CreateMutation);
  const preview = data?.policyScopePreview ?? null;
  const needsName = preview !== null && preview.label === null && preview.taken === null;
  const isNamed = !needsName || (label.zh.trim() !== "" && label.en.trim() !== "");
  const choose = (chosen: string | null) => {
    setValue(chosen);
    setMessages([]);
  };
  async function begin(): Promise<void> {
    const answer = await create({ input: { scope, value: value ?? "", label: needsName ? label : null } });
    const result = answer.data?.createPolicy;
    if (result?.__typename === "PolicyDraftDone") {
      onBegun();
      if (!isHere.current) return;
      onClose();
      void navigate(`/policies/${result.policy.name}?version=draft`);
    } else setMessages(saidAgainst(t, result, answer.error));
  }
  return (
    <Modal label={t("policies.newScope")} heading onClose={onClose}>
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault();
          void begin();
        }}
      >
        <p>{t("policies.newPolicy.about")}</p>
        <Segments
          legend={t("policies.scopeKind")}
          options={kinds.map((kind) => ({ value: kind, label: t(`policies.newPolicy.kind.${kind}`) }))}
          value={scope}
          onChange={(kind) => {
            setScope(kind);
            choose(null);
          }}
        />
        <Field label={t(`policies.newPolicy.kind.${scope}`)}>
          {(control) =>
            scope === "CATEGORY" ? (
              <PickCategory control={control} value={value} onChoose={choose} />
            ) : scope === "MERCHANT" ? (
              <PickMerchant control={control} value={value} onChoose={choose} />
            ) : (
              <select {...control} value={value ?? ""} onChange={({ target }) => choose(target.value || null)}>
                <option value="">{t("policies.newPolicy.chooseChannel")}</option>
                {channels.map((channel) => (
                  <option key={channel} value={channel}>
                    {t(`policies.channel.${channel}`)}
                  </option>
                ))}
              </select>
            )
          }
        </Field>
        {needsName &&
          (["zh", "en"] as const).map((language) => (
            <Field
              key={language}
              label={t(language === "zh" ? "policies.scopeZh" : "policies.scopeEn")}
              hint={t("policies.newPolicy.nameHint")}
            >
              {(control) => (
                <input
                  {...control}
                  required
                  maxLength={60}
                  value={label[language]}
                  onChange={({ target }) => setLabel((before) => ({ ...before, [language]: target.value }))}
                />
              )}
            </Field>
          ))}
        {preview !== null && (
          <AskedAnew isPast={stale}>
            <ScopeStanding preview={preview} name={value ?? ""} />
          </AskedAnew>
        )}
        {error !== undefined && (
          <FailureView failure={failureOf(error)} onRetry={() => again({ requestPolicy: "network-only" })} />
        )}
        {!fetching && data !== undefined && preview === null && (
          <Notice kind="no" title={t("policies.newPolicy.unknown")} />
        )}
        {messages.map((message) => (
          <Notice key={message} kind="no" title={message} />
        ))}
        <div className={css.buttons}>
          <Button
            look="primary"
            type="submit"
            busy={beginning || stale}
            disabled={preview === null || preview.taken !== null || !isNamed}
          >
            {t("policies.newPolicy.begin")}
          </Button>
          <Button look="quiet" onClick={onClose}>
            {t("common.cancel")}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
