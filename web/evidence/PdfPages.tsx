import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, version } from "pdfjs-dist";
import worker from "pdfjs-dist/build/pdf.worker.min.mjs?url";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "../ui/Button.tsx";
import { Notice } from "../ui/Notice.tsx";
import { Skeleton } from "../ui/Skeleton.tsx";
import { ViewFrame } from "./ViewFrame.tsx";
import css from "./view-frame.module.css";

GlobalWorkerOptions.workerSrc = worker;

/** What a PDF may leave to its reader; the build puts it there. The worker fetches it, so it needs the whole address. */
const files = new URL(`/assets/pdfjs-${version}/`, location.href).href;
const ownFiles = {
  cMapUrl: `${files}cmaps/`,
  cMapPacked: true,
  standardFontDataUrl: `${files}standard_fonts/`,
  wasmUrl: `${files}wasm/`,
  iccUrl: `${files}iccs/`,
  useWorkerFetch: true,
};

/** Twice the size of a page of paper on a screen: sharp when it is zoomed into. */
const SHARPNESS = 2;

/** A PDF page by page, drawn by ourselves: the same keys as for a picture, and its words for whoever has them read aloud. */
export function PdfPages({ url, name }: { readonly url: string; readonly name: string }) {
  const { t } = useTranslation();
  const [document, setDocument] = useState<PDFDocumentProxy | "broken" | null>(null);
  const [number, setNumber] = useState(1);
  useEffect(
    function load() {
      const task = getDocument({ url, withCredentials: true, enableXfa: false, isEvalSupported: false, ...ownFiles });
      let isGone = false;
      task.promise.then(
        (loaded) => !isGone && setDocument(loaded),
        () => !isGone && setDocument("broken"),
      );
      return () => {
        isGone = true;
        void task.destroy();
      };
    },
    [url],
  );
  if (document === null) return <Skeleton rows={6} label={t("common.loading")} />;
  if (document === "broken") return <Notice kind="no" title={t("look.broken")} />;
  const pages = document.numPages;
  return (
    <ViewFrame
      label={name}
      more={
        <>
          <Button size="small" disabled={number === 1} onClick={() => setNumber(number - 1)}>
            {t("look.previous")}
          </Button>
          <Button size="small" disabled={number === pages} onClick={() => setNumber(number + 1)}>
            {t("look.next")}
          </Button>
          <span className={css.number} role="status">
            {t("look.page", { page: number, pages })}
          </span>
        </>
      }
    >
      <PdfPage key={number} document={document} number={number} />
    </ViewFrame>
  );
}

function PdfPage({ document, number }: { readonly document: PDFDocumentProxy; readonly number: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [words, setWords] = useState("");
  const [isBroken, setBroken] = useState(false);
  const { t } = useTranslation();
  useEffect(
    function drawPage() {
      let stop = () => {};
      let isGone = false;
      async function paint(): Promise<void> {
        const page = await document.getPage(number);
        const target = canvas.current;
        if (isGone || target === null) return;
        const viewport = page.getViewport({ scale: SHARPNESS });
        Object.assign(target, { width: viewport.width, height: viewport.height });
        const task = page.render({ canvas: target, viewport });
        stop = () => task.cancel();
        await task.promise;
        const { items } = await page.getTextContent();
        if (!isGone) setWords(items.map((item) => ("str" in item ? item.str : "")).join(" "));
      }
      paint().catch(() => !isGone && setBroken(true));
      return () => {
        isGone = true;
        stop();
      };
    },
    [document, number],
  );
  if (isBroken) return <Notice kind="no" title={t("look.broken")} />;
  return (
    <>
      <canvas ref={canvas} />
      <p className="quiet">{words}</p>
    </>
  );
}
