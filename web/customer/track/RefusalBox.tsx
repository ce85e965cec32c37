import { useReader } from "../texts/reader.ts";
import css from "./track.module.css";
import type { Tracked } from "./track-operations.ts";

/** Why it was refused, and where else its customer can go. */
export function RefusalBox({ refusal }: { readonly refusal: NonNullable<Tracked["refusal"]> }) {
  const { t } = useReader();
  const { reason, rights, agency, agencyAddress, agencyPhone } = refusal;
  const isWeb = /^https?:\/\//.test(agencyAddress);
  return (
    <section className={css.box}>
      {reason !== null && <p className={css.words}>{reason}</p>}
      <h2>{t.track.refer}</h2>
      <p>{rights}</p>
      <p className={css.ways}>
        <b>{agency}</b>
        <a className={css.link} href={`tel:${agencyPhone}`}>
          {agencyPhone}
        </a>
        {isWeb ? (
          <a className={css.link} href={agencyAddress} rel="noreferrer">
            {agencyAddress}
          </a>
        ) : (
          <span>{agencyAddress}</span>
        )}
      </p>
    </section>
  );
}
