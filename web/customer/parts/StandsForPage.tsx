import { Component, type ReactNode } from "react";
import { useReader } from "../texts/reader.ts";
import { FailureNote } from "./FailureNote.tsx";
import { TouchButton } from "./TouchButton.tsx";

/** A page that cannot be drawn says so, and can be loaded anew; React tells the browser's own log why. */
export class StandsForPage extends Component<{ readonly children: ReactNode }> {
  override state = { hasBroken: false };

  static getDerivedStateFromError() {
    return { hasBroken: true };
  }

  override render(): ReactNode {
    return this.state.hasBroken ? <BrokenPage /> : this.props.children;
  }
}

function BrokenPage() {
  const { t } = useReader();
  return (
    <main>
      <FailureNote failure={{ kind: "broken", reference: null }} />
      <TouchButton onClick={() => location.reload()}>{t.tryAgain}</TouchButton>
    </main>
  );
}
