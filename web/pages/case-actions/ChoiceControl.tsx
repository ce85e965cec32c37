import { useTranslation } from "react-i18next";
import { type CombinedError, useQuery } from "urql";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import { caseWorkers, PickStaff } from "../../pick/PickStaff.tsx";
import { FailureNotice } from "../../ui/FailureNotice.tsx";
import type { ChoiceSource } from "./action-form.ts";
import {
  agencyOutcomes,
  bankRulings,
  checkKinds,
  disputeSteps,
  recordedOutcomes,
  referralSteps,
  waiverOutcomes,
} from "./choices.ts";
import { PaymentChoice } from "./PaymentChoice.tsx";

const ReasonCodeChoiceQuery = graphql(`
  query ReasonCodeChoice {
    disputeRulePacks {
      network
      codes {
        code
        meaning
      }
    }
  }
`);

const PaymentProofChoiceQuery = graphql(`
  query PaymentProofChoice($number: String!) {
    case(number: $number) {
      id
      evidence {
        id
        kind
        fileName
      }
    }
  }
`);

const AgencyChoiceQuery = graphql(`
  query AgencyChoice {
    agencies {
      code
      name
      channel
      requiredContent
    }
  }
`);

/** The words that the case has open now, where only some of a list are. */
export type OfferedWords = Readonly<Partial<Record<ChoiceSource, readonly string[]>>>;

interface ChoiceControlProps {
  readonly id: string;
  readonly className: string;
  readonly source: ChoiceSource;
  readonly offered: OfferedWords;
  /** A shop answers for itself, and not about itself. */
  readonly isParty: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

type Option = readonly [value: string, label: string];

/** What every control takes, whatever there is to choose from. */
type OwnControl = Omit<ChoiceControlProps, "source" | "offered" | "isParty">;

/** A list to choose from, by where its options come from. */
export function ChoiceControl({ source, offered, isParty, ...control }: ChoiceControlProps) {
  const { t } = useTranslation();
  const isOffered = (word: string) => offered[source]?.includes(word) ?? true;
  switch (source) {
    case "checks":
      return <Select {...control} options={checkKinds.map((kind) => [kind, t(`checkKind.${kind}`)])} />;
    case "checkOutcomes":
      return (
        <Select {...control} options={recordedOutcomes.map((outcome) => [outcome, t(`checkOutcome.${outcome}`)])} />
      );
    case "waiverOutcomes":
      return <Select {...control} options={waiverOutcomes.map((outcome) => [outcome, t(`checkOutcome.${outcome}`)])} />;
    case "payments":
      return <PaymentChoice {...control} merchantId={offered.payments?.[0] ?? ""} />;
    case "paymentProofs":
      return <PaymentProofSelect {...control} number={offered.paymentProofs?.[0] ?? ""} />;
    case "yesNo":
      return (
        <Select
          {...control}
          options={(["yes", "no"] as const).map((word) => [word, t(isParty ? `parties.${word}` : `choice.${word}`)])}
        />
      );
    case "disputeSteps":
      return (
        <Select {...control} options={disputeSteps.filter(isOffered).map((step) => [step, t(`disputeStep.${step}`)])} />
      );
    case "rulings":
      return (
        <Select
          {...control}
          options={bankRulings.filter(isOffered).map((ruling) => [ruling, t(`bankRuling.${ruling}`)])}
        />
      );
    case "reasonCodes":
      return <ReasonCodeSelect {...control} networks={offered.reasonCodes ?? []} />;
    case "referralSteps":
      return (
        <Select
          {...control}
          options={referralSteps.filter(isOffered).map((step) => [step, t(`referralStep.${step}`)])}
        />
      );
    case "agencyOutcomes":
      return (
        <Select
          {...control}
          options={agencyOutcomes.filter(isOffered).map((outcome) => [outcome, t(`agencyOutcome.${outcome}`)])}
        />
      );
    case "agencies":
      return <AgencySelect {...control} />;
    case "staff":
      return (
        <PickStaff
          control={{ id: control.id, className: control.className }}
          value={control.value === "" ? null : control.value}
          any={t("choice.nobody")}
          of={caseWorkers}
          onChoose={(id) => control.onChange(id ?? "")}
        />
      );
  }
}

/** The codes of the network that the card belongs to; all of them where that is not known. */
function ReasonCodeSelect({ networks, ...control }: OwnControl & { readonly networks: readonly string[] }) {
  const { t } = useTranslation();
  const [reading, again] = useQuery({ query: ReasonCodeChoiceQuery });
  const packs = reading.data?.disputeRulePacks ?? [];
  const own = packs.filter(({ network }) => networks.includes(network));
  const options = (own.length > 0 ? own : packs).flatMap(({ network, codes }) =>
    codes.map(
      ({ code, meaning }): Option => [code, t("choice.code", { network: t(`cardNetwork.${network}`), code, meaning })],
    ),
  );
  return <AskedSelect {...control} reading={reading} options={options} onRetry={again} />;
}

/** The proofs of payment that stand on the case. */
function PaymentProofSelect({ number, ...control }: OwnControl & { readonly number: string }) {
  const { t } = useTranslation();
  const [reading, again] = useQuery({
    query: PaymentProofChoiceQuery,
    variables: { number },
    requestPolicy: "cache-and-network",
  });
  const proofs = reading.data?.case?.evidence.filter(({ kind }) => kind === "PAYMENT_PROOF") ?? [];
  return (
    <AskedSelect
      {...control}
      reading={reading}
      onRetry={again}
      empty={t(proofs.length === 0 ? "choice.noPaymentProof" : "choice.choose")}
      options={proofs.map(({ id, fileName }) => [id, fileName])}
    />
  );
}

function AgencySelect(control: OwnControl) {
  const { t } = useTranslation();
  const [reading, again] = useQuery({ query: AgencyChoiceQuery });
  const options = (reading.data?.agencies ?? []).map(
    ({ code, name, channel }): Option => [code, t("common.separated", { first: name, second: channel })],
  );
  return <AskedSelect {...control} reading={reading} options={options} onRetry={again} />;
}

interface SelectProps extends OwnControl {
  readonly options: readonly Option[];
  readonly empty?: string;
}

interface AskedSelectProps extends SelectProps {
  readonly reading: { readonly data?: unknown; readonly error?: CombinedError | undefined };
  readonly onRetry: (options: { readonly requestPolicy: "network-only" }) => void;
}

/** A list whose options are asked for: one that is not there yet, or could not be read, is no empty one. */
function AskedSelect({ reading: { data, error }, onRetry, ...select }: AskedSelectProps) {
  const { t } = useTranslation();
  if (data !== undefined) return <Select {...select} />;
  return (
    <>
      <Select {...select} empty={t(error === undefined ? "common.loading" : "choice.choose")} />
      {error !== undefined && (
        <FailureNotice failure={failureOf(error)} onRetry={() => onRetry({ requestPolicy: "network-only" })} />
      )}
    </>
  );
}

function Select({ options, value, onChange, empty, ...control }: SelectProps) {
  const { t } = useTranslation();
  return (
    <select {...control} value={value} onChange={({ target }) => onChange(target.value)}>
      <option value="">{empty ?? t("choice.choose")}</option>
      {options.map(([word, label]) => (
        <option key={word} value={word}>
          {label}
        </option>
      ))}
    </select>
  );
}
