import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { KeepCaseForm } from "./KeepCaseForm.tsx";
import css from "./policy-tests.module.css";

/** From a case to the policies: what it rests on is kept as a test of a text that is being written. */
export function KeepCase({ caseNumber }: { readonly caseNumber: string }) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={css.keepCase}>
      <div>
        <Button size="small" aria-expanded={isOpen} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          {t("policies.keepCase.offer")}
        </Button>
      </div>
      <div id={id}>
        {isOpen && <KeepCaseForm caseNumber={caseNumber} policy={null} onClose={() => setOpen(false)} />}
      </div>
    </div>
  );
}
