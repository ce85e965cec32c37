import { useTranslation } from "react-i18next";
import { Link, useParams } from "react-router";
import { useQuery } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { FailureView } from "../shell/FailureView.tsx";
import { EmptyState } from "../ui/EmptyState.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { OpenCase, OpenCaseFragment } from "./OpenCase.tsx";

const CasePageQuery = graphql(
  `
    query CasePage($number: String!) {
      case(number: $number) {
        id
        ...OpenCase_case
      }
    }
  `,
  [OpenCaseFragment],
);

/** One case by its number; what is not there and what is not the viewer's look alike. */
export function CasePage() {
  const { number = "" } = useParams();
  const { t } = useTranslation();
  const [{ data, error, operation }, again] = useQuery({
    query: CasePageQuery,
    variables: { number },
    requestPolicy: "cache-and-network",
  });
  const refresh = () => again({ requestPolicy: "network-only" });

  // While another is on its way the answer may still be the one before, on which nothing is to be done under this address.
  const isOfThis = operation?.variables.number === number;
  if (data === undefined || !isOfThis) {
    if (error !== undefined && isOfThis) return <FailureView failure={failureOf(error)} onRetry={refresh} />;
    return <Skeleton rows={8} label={t("common.loading")} />;
  }
  if (data.case === null) {
    const title = t("case.notFoundTitle", { number });
    return (
      <>
        <title>{t("common.title", { page: title })}</title>
        <EmptyState
          isPage
          title={title}
          hint={t("case.notFound")}
          action={<Link to="/">{t("failure.toStart")}</Link>}
        />
      </>
    );
  }
  return (
    <OpenCase
      key={data.case.id}
      case={data.case}
      lost={error === undefined ? null : failureOf(error)}
      onRefresh={refresh}
    />
  );
}
