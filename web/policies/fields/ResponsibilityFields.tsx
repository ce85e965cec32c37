import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../../ui/Button.tsx";
import { Field } from "../../ui/Field.tsx";
import { Icon } from "../../ui/Icon.tsx";
import css from "../policy-document.module.css";
import type { PolicyText } from "../policy-text.ts";

type Steps = PolicyText["responsibilities"];
type Step = Steps[number];

const parts = [
  ["step", 100],
  ["who", 100],
  ["what", 1000],
] as const satisfies readonly (readonly [keyof Step, number])[];
const blank = { zh: "", en: "" };

/** As many as a policy takes. */
const MOST_STEPS = 30;

/** Who answers for which step, in both languages; steps can be put in another order, added and taken away. */
export function ResponsibilityFields({
  steps,
  onChange,
}: {
  readonly steps: Steps;
  readonly onChange: (steps: Steps) => void;
}) {
  const { t } = useTranslation();
  const put = (at: number, step: Step) => onChange(steps.map((each, index) => (index === at ? step : each)));
  /** Where the step that was moved just now stands: whoever moves it on finds the same tool under the hand. */
  const moved = useRef<{ readonly at: number; readonly by: 1 | -1 } | null>(null);
  useEffect(function followStep() {
    if (moved.current === null) return;
    const { at, by } = moved.current;
    document.querySelector<HTMLElement>(`[data-step="${at}"] [data-by="${by}"]`)?.focus();
    moved.current = null;
  });
  const move = (from: number, by: 1 | -1) => {
    const step = steps[from];
    const to = from + by;
    const rest = steps.filter((_, index) => index !== from);
    if (step === undefined || to < 0 || to >= steps.length) return;
    moved.current = { at: to, by };
    onChange([...rest.slice(0, to), step, ...rest.slice(to)]);
  };
  return (
    <>
      {numbered(steps).map(({ step, at }) => (
        <fieldset key={at} className={css.step} data-step={at}>
          <legend>{t("policies.stepNumber", { number: at + 1 })}</legend>
          <div className={css.form}>
            {parts.flatMap(([part, longest]) =>
              (["zh", "en"] as const).map((language) => (
                <Field key={part + language} label={t(`policies.responsibility.${part}.${language}`)}>
                  {(control) => (
                    <input
                      {...control}
                      maxLength={longest}
                      value={step[part][language]}
                      onChange={({ target }) =>
                        put(at, { ...step, [part]: { ...step[part], [language]: target.value } })
                      }
                    />
                  )}
                </Field>
              )),
            )}
          </div>
          <div className={css.stepTools}>
            <Button size="small" look="ghost" data-by={-1} aria-disabled={at === 0} onClick={() => move(at, -1)}>
              {t("policies.stepUp")}
            </Button>
            <Button
              size="small"
              look="ghost"
              data-by={1}
              aria-disabled={at === steps.length - 1}
              onClick={() => move(at, 1)}
            >
              {t("policies.stepDown")}
            </Button>
            <Button size="small" look="ghost" onClick={() => onChange(steps.filter((_, index) => index !== at))}>
              {t("policies.removeStep")}
            </Button>
          </div>
        </fieldset>
      ))}
      <div>
        <Button
          size="small"
          disabled={steps.length >= MOST_STEPS}
          onClick={() => onChange([...steps, { step: blank, who: blank, what: blank }])}
        >
          <Icon name="plus" /> {t("policies.addStep")}
        </Button>
      </div>
    </>
  );
}

/** A step has no name but its place. */
function numbered(steps: Steps) {
  return steps.map((step, at) => ({ step, at }));
}
