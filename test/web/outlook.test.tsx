import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { OutlookNotices, OutlookNoticesFragment } from "../../web/pages/case-actions/OutlookNotices.tsx";
import { show } from "./support.tsx";

const told: ResultOf<typeof OutlookNoticesFragment> = {
  notices: [
    {
      kind: "REQUEST_DECLINED",
      audience: "CUSTOMER",
      deliveries: [{ channel: "EMAIL", locale: "EN", address: "e••@example.com" }],
      texts: [{ locale: "EN", text: { subject: "Your request", body: "We say: {message} Yours.", sms: null } }],
    },
  ],
};

test("what is being written to the customer stands in the notice letter by letter, dollar signs among them", async () => {
  const outlook = maskFragments([OutlookNoticesFragment], told);
  const { container } = await show(<OutlookNotices outlook={outlook} words="It cost $& or $$5, not $`." />);
  expect(container.textContent).toContain("We say: It cost $& or $$5, not $`. Yours.");
});

test("where the customer has no address for the only way that a notice goes, that way is said to be missing, and no other", async () => {
  const [notice] = told.notices;
  const unreached = { ...notice, deliveries: [{ channel: "EMAIL", locale: "EN", address: null }] };
  const outlook = maskFragments([OutlookNoticesFragment], { notices: [unreached] } as typeof told);
  const { container } = await show(<OutlookNotices outlook={outlook} words="" />);
  expect(container.textContent).toContain("E-mail · no address on file, so none is sent");
});

test("whom else a notice is for is said once", async () => {
  const [notice] = told.notices;
  const toShop = { ...notice, kind: "MERCHANT_CASE_CLOSED", audience: "MERCHANT" };
  const outlook = maskFragments([OutlookNoticesFragment], { notices: [toShop] } as typeof told);
  const { container } = await show(<OutlookNotices outlook={outlook} words="" />);
  expect(container.textContent).toContain("Merchant · Case closedE-mail");
});
