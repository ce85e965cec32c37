import { bytesText } from "../../i18n/numbers.ts";
import { Icon } from "../../ui/Icon.tsx";
import { useReader } from "../texts/reader.ts";
import css from "./track.module.css";
import type { Tracked } from "./track-operations.ts";

export function FilesList({ files }: { readonly files: Tracked["evidence"] }) {
  const { t, language } = useReader();
  if (files.length === 0) return null;
  return (
    <section className={css.files}>
      <h2>{t.upload.yours}</h2>
      <ul>
        {files.map(({ id, fileName, bytes }) => (
          <li key={id}>
            <Icon name="clip" />
            <span>{fileName}</span>
            <span className={css.size}>{bytesText(bytes, language)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
