import { lazy, Suspense } from "react";
import type { AskedList } from "../../exports/ExportButton.tsx";
import { useViewer } from "../../shell/viewer.ts";

const ExportButton = lazy(async () => ({ default: (await import("../../exports/ExportButton.tsx")).ExportButton }));

/** The list that is looked at as a file, for whoever may take lists away. Narrowed anew, it is another file. */
export function ExportList({ list }: { readonly list: AskedList }) {
  const { permissions } = useViewer();
  if (!permissions.includes("EXPORT_RUN")) return null;
  return (
    <Suspense>
      <ExportButton key={JSON.stringify(list)} list={list} />
    </Suspense>
  );
}
