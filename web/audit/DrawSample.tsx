import type { ResultOf } from "gql.tada";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { useNavigate } from "react-router";
import { useClient, useMutation } from "urql";
import { failureOf } from "../graphql/failure.ts";
import { graphql } from "../graphql/graphql.ts";
import { newKey } from "../graphql/new-key.ts";
import { useOneKey } from "../graphql/one-key.ts";
import type { SampleKind, SampleStrata } from "../graphql/words.ts";
import type { Language } from "../i18n/language.ts";
import { dayOf } from "../i18n/times.ts";
import { useLanguage } from "../i18n/use-language.ts";
import { Button } from "../ui/Button.tsx";
import { Field } from "../ui/Field.tsx";
import { failureLine, harmlessFailureLine } from "../ui/failure-line.ts";
import { useIsHere } from "../ui/use-is-here.ts";
import { Choice } from "./Choice.tsx";
import css from "./draw-sample.module.css";
import { PopulationPreview, PopulationPreviewFragment } from "./PopulationPreview.tsx";
import { sampleKinds, sampleStrata } from "./sample-words.ts";

const SamplePreviewQuery = graphql(
  `
    query SamplePreview($plan: SamplePlanInput!) {
      samplePreview(plan: $plan) {
        __typename
        ... on SamplePreview {
          asOf
          populationHash
          ...PopulationPreview_preview
        }
        ... on AuditRefused {
          message
        }
      }
    }
  `,
  [PopulationPreviewFragment],
);

const DrawSampleMutation = graphql(`
  mutation DrawSample($input: DrawSampleInput!) {
    drawSample(input: $input) {
      __typename
      ... on SampleDrawn {
        sample {
          id
        }
      }
      ... on AuditRefused {
        message
      }
    }
  }
`);

interface Told {
  readonly plan: ReturnType<typeof firstPlan>;
  readonly language: Language;
  readonly answer: ResultOf<typeof SamplePreviewQuery>["samplePreview"];
}

const daysBack = 90;

/** Which cases are drawn from, and how; first previewed, then drawn exactly so. */
export function DrawSample() {
  const { t } = useTranslation();
  const client = useClient();
  const navigate = useNavigate();
  const [{ fetching }, draw] = useMutation(DrawSampleMutation);
  const [title, setTitle] = useState("");
  const [plan, setPlan] = useState(firstPlan);
  const [told, setTold] = useState<Told | null>(null);
  const language = useLanguage();
  // What was told of an earlier plan, though it came late, is no word on this one; nor is it read in another language.
  const seen = told?.plan === plan && told.language === language ? told.answer : null;
  const key = useOneKey();
  const isHere = useIsHere();
  const [refusal, setRefusal] = useState<string | null>(null);

  const change = (part: Partial<typeof plan>) => {
    setPlan({ ...plan, ...part });
    setRefusal(null);
  };

  async function preview(event: FormEvent): Promise<void> {
    event.preventDefault();
    const { data, error } = await client
      .query(SamplePreviewQuery, { plan }, { requestPolicy: "network-only" })
      .toPromise();
    // Where nobody answered, what was previewed earlier is no preview of now.
    const answer = error === undefined ? data?.samplePreview : undefined;
    setTold(answer === undefined ? null : { plan, language, answer });
    if (answer == null) setRefusal(harmlessFailureLine(t, failureOf(error)));
    else setRefusal(answer.__typename === "AuditRefused" ? answer.message : null);
  }

  async function drawIt(asOf: string, populationHash: string): Promise<void> {
    const drawn = { title, plan, asOf, populationHash };
    const { data, error } = await draw({ input: { ...drawn, idempotencyKey: key.of(drawn) } });
    const answer = data?.drawSample;
    if (answer?.__typename !== "SampleDrawn") return setRefusal(answer?.message ?? failureLine(t, failureOf(error)));
    if (isHere.current) void navigate(`/audit/samples/${answer.sample.id}`);
  }

  return (
    <form className={css.form} onSubmit={(event) => void preview(event)}>
      <div className={css.fields}>
        <Field label={t("samples.name")}>
          {(control) => (
            <input
              {...control}
              required
              maxLength={120}
              value={title}
              onChange={({ target }) => setTitle(target.value)}
            />
          )}
        </Field>
        <Choice<SampleKind>
          label={t("samples.kind")}
          value={plan.kind}
          options={sampleKinds.map((kind) => [kind, t(`samples.kinds.${kind}`)])}
          onChoose={(kind) =>
            change({
              kind: kind ?? "RANDOM",
              stratifyBy: kind === "STRATIFIED" ? (plan.stratifyBy ?? "OUTCOME") : null,
            })
          }
        />
        {plan.kind === "STRATIFIED" && (
          <Choice<SampleStrata>
            label={t("samples.stratifyBy")}
            value={plan.stratifyBy}
            options={sampleStrata.map((by) => [by, t(`samples.strata.${by}`)])}
            onChoose={(stratifyBy) => change({ stratifyBy: stratifyBy ?? "OUTCOME" })}
          />
        )}
        {(["from", "to"] as const).map((end) => (
          <Field key={end} label={t(`samples.${end}`)}>
            {(control) => (
              <input
                {...control}
                type="date"
                required
                value={plan[end]}
                onChange={({ target }) => change({ [end]: target.value })}
              />
            )}
          </Field>
        ))}
        <Field label={t("samples.size")}>
          {(control) => (
            <input
              {...control}
              type="number"
              required
              min={1}
              max={100}
              value={plan.size}
              onChange={({ target }) => change({ size: Number(target.value) })}
            />
          )}
        </Field>
        <Field label={t("samples.seed")} hint={t("samples.seedHint")}>
          {(control) => (
            <input
              {...control}
              required
              pattern="[A-Za-z0-9._\-]{4,64}"
              spellCheck={false}
              autoComplete="off"
              value={plan.seed}
              onChange={({ target }) => change({ seed: target.value })}
            />
          )}
        </Field>
      </div>
      <Button type="submit" look={seen?.__typename === "SamplePreview" ? "quiet" : "primary"}>
        {t("samples.preview")}
      </Button>
      {seen?.__typename === "SamplePreview" && (
        <>
          <PopulationPreview preview={seen} />
          <Button look="primary" busy={fetching} onClick={() => void drawIt(seen.asOf, seen.populationHash)}>
            {t("samples.drawNow")}
          </Button>
        </>
      )}
      <p role="status">{refusal}</p>
    </form>
  );
}

/** The last ninety days, and a seed that nobody has chosen. */
function firstPlan() {
  const now = Date.now();
  return {
    kind: "RANDOM" as SampleKind,
    stratifyBy: null as SampleStrata | null,
    seed: newKey().slice(0, 8),
    size: 10,
    from: dayOf(new Date(now - daysBack * 86_400_000)),
    to: dayOf(new Date(now)),
  };
}
