import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { CaseNotices, CaseNoticesFragment } from "../../web/notices/CaseNotices.tsx";
import { NoticeChipFragment } from "../../web/notices/NoticeChip.tsx";
import { show } from "./support.tsx";

type Told = ResultOf<typeof CaseNoticesFragment>["notices"][number];

const waiting: Told = {
  ...{ id: "n1", kind: "APPROVAL_WAITING", audience: "COLLEAGUE", channel: "CONSOLE", text: null },
  ...{ state: "DELIVERED", createdAt: "2026-11-30T05:40:00.000Z", answer: null, answeredAt: null, queried: [] },
  ...{ reader: { id: "s1", name: "周海燕" } },
  ...maskFragments([NoticeChipFragment], { state: "DELIVERED" }),
};
const rows = async (notices: readonly Told[]) => {
  const { container } = await show(
    <CaseNotices case={maskFragments([CaseNoticesFragment], { notices: [...notices] })} isDesk />,
  );
  return [...container.querySelectorAll("li")].map((row) => row.textContent);
};

test("one thing that colleagues were told at one time is one row, with their names and every channel", async () => {
  const wu = { id: "s2", name: "Daniel Wu" };
  const told = await rows([
    waiting,
    { ...waiting, id: "n2", reader: wu },
    { ...waiting, id: "n3", channel: "EMAIL" },
    { ...waiting, id: "n4", channel: "EMAIL", reader: wu, state: "DEAD" },
  ]);
  expect(told).toHaveLength(2);
  expect(told[0]).toContain("Daniel Wu · E-mail");
  expect(told[1]).toMatch(/周海燕.*Daniel Wu|Daniel Wu.*周海燕/);
  expect(told[1]).toMatch(/E-mail and Console|Console and E-mail/);
});

test("to whom it went is said once", async () => {
  const [row] = await rows([{ ...waiting, kind: "MERCHANT_REFERRED", audience: "MERCHANT", reader: null }]);
  expect(row).toContain("Referred");
  expect(row).not.toContain("(merchant)");
  expect(row).toContain("Merchant · Console");
});
