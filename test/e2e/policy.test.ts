import { beforeAll, expect, test } from "vitest";
import { deskIsOpen, visitDesk } from "../support/visit-desk.ts";

beforeAll(deskIsOpen);

test("an officer drafts, sees a gap and mends it, two others agree, and it is to decide a minute later", async () => {
  await visitDesk("policy", async ({ colleague, address }) => {
    const officer = await colleague("compliance", "/policies/category-7011");
    await officer.getByRole("heading", { name: "Refunds of hotel stays" }).waitFor();
    await officer.getByRole("button", { name: "Begin the next version" }).click();
    await officer.getByRole("button", { name: "Delete row 10" }).click();
    await officer.getByText("Gap 1 of 1.").waitFor();
    await officer.getByRole("button", { name: "Add a row for it" }).click();
    await officer.getByRole("button", { name: /^Edit row 10/ }).click();
    await officer.getByLabel("Why (Chinese)").fill("商户逾期未答复，由专员决定。");
    await officer.getByLabel("Why (English)").fill("The hotel is silent, so a person decides.");
    await officer.getByLabel("What changes and why").fill("A silent hotel is a person's to judge.");
    await officer.getByText("Gap 1 of 1.").waitFor({ state: "detached" });
    await officer.getByText("Saved", { exact: true }).waitFor();
    await officer.getByRole("button", { name: "Take one from a case" }).click();
    await officer.getByLabel("Case number").fill("RD-26-000228");
    await officer.getByRole("button", { name: "Look at it" }).click();
    await officer.getByText("No personal data is").waitFor();
    await officer.getByLabel("What it is about").fill("Seen on the desk");
    await officer.getByRole("button", { name: "Keep and run" }).click();
    await officer.getByText(/^The draft decides it “.+”, as it must\.$/).waitFor();
    await officer.getByText("Taken from case RD-26-000228.").waitFor({ state: "attached" });
    await officer.getByRole("button", { name: "Send to review" }).click();
    await officer.getByText("You wrote part of this draft").waitFor();

    const draft = "/policies/category-7011?version=draft";
    const second = await colleague("compliance2", draft);
    await second.getByRole("button", { name: "Approve", exact: true }).click();
    await second.getByText("approved by 1 of 2").waitFor();
    const supervisor = await colleague("supervisor", draft);
    await supervisor.getByRole("button", { name: "Approve", exact: true }).click();
    await supervisor.getByText("approved by 2 of 2").waitFor();
    await second.reload();
    await second.getByRole("button", { name: "Publish", exact: true }).click();
    await second.getByRole("link", { name: /^v2 To come/ }).click();
    await second.getByText("v2 · To come · hotels").waitFor();
    await second.getByText("A silent hotel is a person's to judge.").waitFor();

    const page = await second.request.get(`${address}/policy/category-7011?lang=en`);
    expect(await page.text()).toContain("v2");
  });
});
