import { QueuePage } from "./QueuePage.tsx";

/** All cases in sight, closed ones too, the newest first. */
export function CasesPage() {
  return <QueuePage room="cases" />;
}
