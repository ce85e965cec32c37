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
  const move = (from: number, by: number) => {
    const step = steps[from];
    const rest = steps.filter((_, index) => index !== from);
    if (step !== undefined) onChange([...rest.slice(0, from + by), step, ...rest.slice(from + by)]);
  };
  return (
    <>
      {numbered(steps).map(({ step, at }) => (
        <fieldset key={at} className={css.step}>
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
            <Button size="small" look="ghost" disabled={at === 0} onClick={() => move(at, -1)}>
              {t("policies.stepUp")}
            </Button>
            <Button size="small" look="ghost" disabled={at === steps.length - 1} onClick={() => move(at, 1)}>
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
