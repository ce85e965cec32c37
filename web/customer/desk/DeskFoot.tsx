import { useReader } from "../texts/reader.ts";
import css from "./desk-foot.module.css";

/** Who stands behind the page, and how to reach them without it. */
export function DeskFoot() {
  const { desk, t } = useReader();
  if (desk === null) return null;
  const { name, phone, email } = desk;
  return (
    <address className={css.desk}>
      <b>{name}</b>
      {phone !== null && (
        <span>
          {t.deskPhone} <a href={`tel:${phone.replaceAll(/[^+\d]/g, "")}`}>{phone}</a>
        </span>
      )}
      {email !== null && (
        <span>
          {t.deskEmail} <a href={`mailto:${email}`}>{email}</a>
        </span>
      )}
    </address>
  );
}
