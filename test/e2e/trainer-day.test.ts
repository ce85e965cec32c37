import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { SignedIn } from "../support/api.ts";
import { openSheet, pressIn } from "../support/case-screen.ts";
import { negotiating } from "../support/case-stages.ts";
import { type ClockDesk, openClockDesk } from "../support/clock-desk.ts";
import { caseRow } from "../support/given-case.ts";
import { staffPassword } from "../support/open-test-desk.ts";
import { rightAnswers } from "../support/quiz-answers.ts";
import { givenUntrained } from "../support/trained.ts";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

let desk: ClockDesk;
// The demo desk builds the console; this story has a desk of its own, whose clock it moves.
beforeAll(async () => {
  await deskIsOpen();
  desk = await openClockDesk();
});
afterAll(() => desk?.close());

const course = "Disputes at the bank";
const logInOf = ({ email }: SignedIn) => ({ email, password: staffPassword });

test("the trainee passes on a phone, the shut button opens, the record lapses by the clock, and it shuts", async () => {
  const trainee = await desk.another("SUPPORT_AGENT");
  await givenUntrained(desk.house.db, trainee.staffId);
  const found = await negotiating(desk);

  await visitDesk(
    "trainer-day",
    async ({ colleague, address }) => {
      const trainer = await colleague(logInOf(desk.as("TRAINER")), "/training/assign");
      await assignToAgents(trainer);

      const agent = await colleague(logInOf(trainee), `/cases/${found.number}`);
      await isShut(agent);

      const phone = await colleague(logInOf(trainee), "/training/mine", "phone");
      await learn(phone, trainee);
      await phone.getByText("Passed with 100%").waitFor();
      await seeCertificate(phone, address);

      await agent.reload();
      const sheet = await openSheet(agent, "Escalate to bank", {
        "Network's reason code": "13.1",
        "Message to the bank": "The shop and the customer disagree.",
      });

      // The sheet stands open as it was; the server asks for the record at the moment of the press.
      desk.clock.advance({ days: 367 });
      await pressIn(sheet, "Escalate to bank");
      await sheet.getByText(course).first().waitFor();
      expect((await caseRow(desk, found.caseId)).state).toBe("NEGOTIATING");

      await agent.goto(`${address}/cases/${found.number}`);
      await isShut(agent);
    },
    desk.address,
  );
});

/** By role and in bulk: who has it already is passed over, which the preview says before anything is sent. */
async function assignToAgents(page: Page): Promise<void> {
  await page.getByLabel("Course").selectOption({ label: course });
  await page.getByLabel("Role", { exact: true }).selectOption({ label: "Support agent" });
  await page.getByText("2 fit, 1 would get it").waitFor();
  await page.getByRole("button", { name: "Assign to 1 person" }).click();
  await page.getByText("Assigned to 1 person").waitFor();
}

const next = (page: Page) => page.getByRole("region", { name: "Next" });

/** With the course by name, the way to it, and who can meanwhile. */
async function isShut(page: Page): Promise<void> {
  await next(page)
    .getByRole("link", { name: `Take “${course}”` })
    .waitFor();
  await next(page).getByText("Colleagues who can: SUPERVISOR").waitFor();
  expect(
    await next(page)
      .getByRole("button", { name: /^Escalate to bank/ })
      .count(),
  ).toBe(0);
}

async function learn(page: Page, { staffId }: SignedIn): Promise<void> {
  await page.getByRole("listitem").filter({ hasText: course }).getByRole("link", { name: "Take the course" }).click();
  await page.getByRole("heading", { name: course }).waitFor();
  await page.getByRole("button", { name: "Begin the quiz" }).tap();
  await page.getByRole("group").first().waitFor();
  const attempt = await desk.house.db
    .selectFrom("training_attempt")
    .innerJoin("training_record", "training_record.id", "training_attempt.record_id")
    .select("training_attempt.id")
    .where("training_record.staff_id", "=", staffId)
    .executeTakeFirstOrThrow();
  for (const { question, chosen } of await rightAnswers(desk.house.db, attempt.id)) {
    const options = page.getByRole("group").nth(question).locator("label");
    for (const place of chosen) await options.nth(place).tap();
  }
  await page.getByRole("button", { name: "Hand in" }).tap();
}

/** The file, and the page by which everybody can have it confirmed. */
async function seeCertificate(page: Page, address: string): Promise<void> {
  const link = page.getByRole("link", { name: "Download the certificate" });
  const file = await page.request.get(`${address}${await link.getAttribute("href")}`);
  expect((await file.body()).subarray(0, 5).toString()).toBe("%PDF-");
  const [, code = ""] = /filename="(TC-[^"]+)\.pdf"/.exec(file.headers()["content-disposition"] ?? "") ?? [];
  const confirmed = await page.context().newPage();
  await confirmed.goto(`${address}/verify/${code}`);
  await confirmed.getByText("This certificate was issued here and is valid.").waitFor();
  await confirmed.getByText(course).waitFor();
  await confirmed.close();
}
