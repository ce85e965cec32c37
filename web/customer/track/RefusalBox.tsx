import { useReader } from "../texts/reader.ts";
import { ContestRow } from "./ContestRow.tsx";
import css from "./track.module.css";
import type { Tracked } from "./track-operations.ts";
import type { Door } from "./use-action.ts";

interface Props {
  readonly door: Door;
  readonly refusal: NonNullable<Tracked["refusal"]>;
}

/** Why it was refused, how to contest that here, and where else its customer can go. */
export function RefusalBox({ door, refusal }: Props) {
  const { t } = useReader();
  const { reason, rights, agency, agencyAddress, agencyPhone } = refusal;
  return (
    <section className={css.box}>
      {reason !== null && (
        <>
          <h2>{t.track.whyNot}</h2>
          <p className={css.words}>{reason}</p>
        </>
      )}
      <ContestRow {...door} />
      <h2>{t.track.refer}</h2>
      <p>{rights}</p>
      {agency !== null && (
        <p className={css.ways}>
          <b>{agency}</b>
          {agencyPhone !== null && (
            <span className={css.link}>
              {t.deskPhone}&nbsp;
              <a href={`tel:${agencyPhone}`}>{agencyPhone}</a>
            </span>
          )}
          {agencyAddress !== null && <Address of={agencyAddress} />}
        </p>
      )}
    </section>
  );
}

function Address({ of }: { readonly of: string }) {
  if (!/^https?:\/\//.test(of)) return <span>{of}</span>;
  return (
    <a className={css.link} href={of} rel="noreferrer">
      {of}
    </a>
  );
}
