import { useReader } from "../texts/reader.ts";
import { Row } from "./Row.tsx";
import { SayForm } from "./SayForm.tsx";
import { SendMessageMutation } from "./track-operations.ts";
import { type Door, useAction } from "./use-action.ts";

export function WriteRow(door: Door) {
  const { t } = useReader();
  const { state, act } = useAction(door, SendMessageMutation, "whatever");
  return (
    <Row icon="pen" title={t.track.write} help={t.track.writeHelp}>
      <SayForm
        {...{ label: t.track.writeLabel, button: t.track.send, state }}
        send={(message) => act((told) => ({ ...told, message, thread: "CUSTOMER" }))}
      />
    </Row>
  );
}
