import { screen } from "@testing-library/react";
import { expect, test } from "vitest";
import { WordingPreview } from "../../web/pages/notices/WordingPreview.tsx";
import { agent, answering, Desk } from "./desk-support.tsx";
import { show } from "./support.tsx";

test("a wording is previewed with a case by whoever may see cases, and by nobody else", async () => {
  answering(async () => ({ body: { data: { previewNoticeTemplate: null } } }));
  const preview = (
    <WordingPreview kind="AGENCY_WORKS" locale="EN" over={["EMAIL"]} draft={{ subject: "S", body: "B", sms: null }} />
  );
  const { redraw } = await show(<Desk>{preview}</Desk>);
  expect(screen.queryByLabelText(/Preview with a case/)).not.toBeNull();
  redraw(<Desk viewer={{ ...agent, permissions: ["TEMPLATE_WRITE"] }}>{preview}</Desk>);
  expect(screen.queryByLabelText(/Preview with a case/)).toBeNull();
});
