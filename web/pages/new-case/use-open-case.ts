import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMutation } from "urql";
import type { RequestDraft } from "../../cases/new-case/request-draft.ts";
import { failureOf } from "../../graphql/failure.ts";
import { graphql } from "../../graphql/graphql.ts";
import type { CaseReason } from "../../graphql/words.ts";
import type { Amount } from "../../ui/amount.ts";
import { failureLine } from "../../ui/failure-line.ts";
import type { NoticeKind } from "../../ui/Notice.tsx";

const OpenCaseForCustomer = graphql(`
  mutation OpenCaseForCustomer($input: OpenCaseForCustomerInput!) {
    openCaseForCustomer(input: $input) {
      __typename
      ... on CaseOpened {
        case {
          id
          number
        }
      }
      ... on RequestRefused {
        message
        reasons {
          code
          message
        }
      }
      ... on KeyReused {
        message
      }
    }
  }
`);

interface Trouble {
  readonly kind: NoticeKind;
  readonly title: string;
  readonly reasons: readonly string[];
}

/** Opens the case; gives its number, or says why there is none. A lost answer is asked for again under the same key. */
export function useOpenCase() {
  const { t } = useTranslation();
  const [{ fetching }, send] = useMutation(OpenCaseForCustomer);
  const [trouble, setTrouble] = useState<Trouble | null>(null);

  async function open(
    transactionId: string,
    draft: RequestDraft & { readonly reason: CaseReason },
    amount: Amount,
  ): Promise<string | null> {
    setTrouble(null);
    const { key, reason, channel, origin, message, name, phone, email, locale, despiteOpenCase } = draft;
    const filled = (text: string) => (text.trim() === "" ? null : text.trim());
    const { data, error } = await send({
      input: {
        ...{ transactionId, amount, reason, channel, origin, despiteOpenCase },
        message: filled(message),
        contact: { name: name.trim(), phone: filled(phone), email: filled(email), locale },
        idempotencyKey: key,
      },
    });
    const answer = data?.openCaseForCustomer;
    if (answer === undefined) {
      const failure = failureOf(error);
      if (failure.kind !== "unreached") setTrouble({ kind: "unreached", title: failureLine(t, failure), reasons: [] });
      else setTrouble({ kind: "unreached", title: t("failure.unreachedTitle"), reasons: [t("newCase.unreached")] });
      return null;
    }
    if (answer.__typename === "CaseOpened") return answer.case.number;
    const reasons = answer.__typename === "RequestRefused" ? answer.reasons.map((one) => one.message) : [];
    setTrouble({ kind: "no", title: answer.message, reasons });
    return null;
  }

  return { sending: fetching, trouble, open };
}
