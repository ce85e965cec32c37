import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { expireRequests } from "../../server/approvals/actions/expire-requests.ts";
import { fromGlobalId, newId, toGlobalId } from "../../server/kernel/ids.ts";
import { approveDraft } from "../../server/policies/actions/approve-draft.ts";
import { systemActor } from "../../server/staff/domain/actor.ts";
import { policyFacts } from "../support/a-policy.ts";
import { type SignedIn, startTestApi, type TestApi } from "../support/api.ts";
import { staffActorOf } from "../support/given-case.ts";
import { meanwhile, naming } from "../support/meanwhile.ts";
import {
  approve,
  ask,
  type DraftAnswer,
  discard,
  draftOf,
  publish,
  save,
  start,
  submit,
} from "../support/policy-room.ts";

let api: TestApi;
let draft: NonNullable<DraftAnswer["draft"]>;
let second: SignedIn;
beforeAll(async () => {
  api = await startTestApi();
  second = await api.another("COMPLIANCE_OFFICER");
});
afterAll(() => api.close());

const officer = () => api.as("COMPLIANCE_OFFICER");
const supervisor = () => api.as("SUPERVISOR");
const subjectId = () => fromGlobalId(draft.id)?.id ?? "";

beforeEach(async () => {
  const begun = await start(officer());
  const windowDays = begun.content.windowDays + 1;
  draft = draftOf(await submit(officer(), draftOf(await save(officer(), begun, { ...begun.content, windowDays }))));
});

const requestNow = () =>
  api.house.db
    .selectFrom("approval_request")
    .selectAll()
    .where("subject_kind", "=", "POLICY_VERSION")
    .where("subject_id", "=", subjectId())
    .orderBy("opened_at", "desc")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();

async function decide(who: SignedIn, verdict = "GRANT", note: string | null = null) {
  const { id, version } = await requestNow();
  const { data } = await who.query<{ decideApprovals: { result: object }[] }>(
    `mutation ($input: DecideApprovalsInput!) { decideApprovals(input: $input) { result { __typename
      ... on ApprovalRefused { reasons { code message } } } } }`,
    {
      input: {
        items: [{ id: toGlobalId("ApprovalRequest", id), expectedVersion: version, idempotencyKey: newId() }],
        verdict,
        note,
      },
    },
  );
  return data.decideApprovals[0]?.result;
}

async function draftNow() {
  const { data } = await officer().query<{
    policyDraft: { id: string; revision: number; state: string; approvedBy: { id: string }[]; events: object[] };
  }>(
    "query ($id: ID!) { policyDraft(id: $id) { id revision state approvedBy { id } events { action note actor { id } } } }",
    { id: draft.id },
  );
  return data.policyDraft;
}

/** A request that comes much too late, which no text of this desk approves. */
const tooLate = {
  ...{ amount: { minor: "100000", currency: "CNY" }, reason: "OTHER", merchantAnswer: "SILENT", daysSinceSale: 400 },
  ...{ amountRefundable: true, withinWindow: false, proofPresent: true, identityConfirmed: true, goodsAccepted: true },
};

const people = (...who: readonly SignedIn[]) => who.map(({ staffId }) => ({ id: toGlobalId("Staff", staffId) }));

describe("a draft in the approvals room", () => {
  test("is asked of two, never of its authors, and granted there it can be published", async () => {
    expect(await requestNow()).toMatchObject({
      needs: ["policy.approve", "policy.approve"],
      barred: [{ staffId: officer().staffId, because: "AUTHOR" }],
      detail: { policy: "default", labelZh: "所有商户", labelEn: "all merchants", version: draft.versionName },
    });
    expect(await decide(officer())).toMatchObject({ reasons: [{ code: "OWN_PROPOSAL" }, { code: "AUTHOR" }] });
    expect(await decide(second)).toMatchObject({ __typename: "ApprovalDecided" });
    expect(await decide(second)).toMatchObject({ reasons: [{ code: "ALREADY_DECIDED" }] });
    expect(await draftNow()).toMatchObject({ state: "IN_REVIEW", approvedBy: people(second) });
    expect(await decide(supervisor())).toMatchObject({ __typename: "ApprovalDecided" });
    const approved = await draftNow();
    expect(approved).toMatchObject({ state: "APPROVED", approvedBy: people(second, supervisor()) });
    draftOf(await publish(officer(), approved));
    const version = await api.house.db
      .selectFrom("policy_version")
      .select("approved_by_ids")
      .where("id", "=", subjectId())
      .executeTakeFirstOrThrow();
    expect(version.approved_by_ids).toEqual([second.staffId, supervisor().staffId]);
    api.clock.advance({ minutes: 1 });
  });

  test("turned down with a reason is its authors' again, and what was agreed to is asked anew", async () => {
    draftOf(await approve(second, draft));
    expect(await decide(supervisor(), "REJECT", "Row 3.")).toMatchObject({ __typename: "ApprovalDecided" });
    const back = await draftNow();
    expect(back).toMatchObject({ state: "DRAFT", approvedBy: [] });
    expect(back.events[0]).toMatchObject({ action: "SEND_BACK", note: "Row 3." });
    api.clock.advance({ minutes: 1 });
    const again = draftOf(await submit(officer(), back));
    expect(await draftNow()).toMatchObject({ state: "IN_REVIEW", approvedBy: [] });
    draftOf(await discard(officer(), again));
  });

  test("sent back in its own room is turned down there too; laid aside or taken back, it is called off", async () => {
    const sendBack = async (who: SignedIn) => {
      const { id, revision } = await draftNow();
      const input = { draftId: id, expectedRevision: revision, note: "Read row 3 again." };
      return draftOf(await ask(who, "sendBackPolicyDraft", "SendBackPolicyDraftInput", input));
    };
    await sendBack(supervisor());
    expect((await requestNow()).state).toBe("REJECTED");
    api.clock.advance({ minutes: 1 });
    draftOf(await submit(officer(), await draftNow()));
    await sendBack(officer());
    expect((await requestNow()).state).toBe("CALLED_OFF");
    api.clock.advance({ minutes: 1 });
    draftOf(await discard(officer(), draftOf(await submit(officer(), await draftNow()))));
    expect((await requestNow()).state).toBe("CALLED_OFF");
  });

  test("of two that agree to the same revision at once one does, and the other is shown what stands", async () => {
    const answers = await Promise.all([approve(second, draft), approve(supervisor(), draft)]);
    expect(answers.map(({ __typename }) => __typename).sort()).toEqual(["PolicyDraftDone", "StalePolicyDraft"]);
    const now = await draftNow();
    expect(now.approvedBy).toHaveLength(1);
    draftOf(await discard(officer(), now));
  });

  test.each([1, 2, 3])(
    "that another agreed to behind statement %i of an agreement is not agreed to unseen",
    async (which) => {
      const { id } = fromGlobalId(draft.id) ?? { id: null };
      const plain = { ...api.house, actor: await staffActorOf(api, "SUPERVISOR"), locale: "en" } as const;
      let statements = 0;
      const db = meanwhile(
        plain.db,
        () => ++statements === which,
        async () => draftOf(await approve(second, draft)),
      );
      const answer = await approveDraft({ ...plain, db }, { draftId: id, expectedRevision: draft.revision });
      expect(answer).toEqual({ ok: false, error: { kind: "STALE", draftId: id } });
      const now = await draftNow();
      expect(now.approvedBy).toEqual(people(second));
      draftOf(await discard(officer(), now));
    },
  );

  test("that nobody decided on in time is its authors' again, by nobody's hand", async () => {
    api.clock.advance({ days: 31 });
    await expireRequests({ ...api.house, actor: systemActor, locale: "en" });
    expect((await requestNow()).state).toBe("EXPIRED");
    const lapsed = await draftNow();
    expect(lapsed).toMatchObject({ state: "DRAFT", approvedBy: [] });
    expect(lapsed.events[0]).toEqual({ action: "LAPSE", note: null, actor: null });
    draftOf(await discard(officer(), lapsed));
  });

  test("that was sent back and submitted anew while what had lapsed was listed has its own time", async () => {
    api.clock.advance({ days: 31 });
    const lapsed = (await requestNow()).id;
    const db = meanwhile(api.house.db, naming("expires_at"), async () => {
      const { id, revision } = await draftNow();
      const input = { draftId: id, expectedRevision: revision, note: "Read row 3 again." };
      const back = draftOf(await ask(officer(), "sendBackPolicyDraft", "SendBackPolicyDraftInput", input));
      draftOf(await submit(officer(), back));
    });
    await expireRequests({ ...api.house, db, actor: systemActor, locale: "en" });
    const request = await requestNow();
    expect(request).toMatchObject({ state: "OPEN" });
    expect(request.id).not.toBe(lapsed);
    const now = await draftNow();
    expect(now.state).toBe("IN_REVIEW");
    draftOf(await discard(officer(), now));
  });

  test("with a kept case that comes out otherwise is agreed to by nobody, by this road either", async () => {
    const facts = policyFacts();
    await api.house.db
      .insertInto("policy_test")
      .values({
        ...{ id: newId(), policy: "default", name: "A case", facts, expected: "DECLINE" },
        ...{ created_by_id: officer().staffId, created_at: api.clock.now() },
      })
      .execute();
    expect(await decide(second)).toMatchObject({ reasons: [{ code: "SUBJECT_REFUSES" }] });
    expect((await draftNow()).approvedBy).toEqual([]);
    expect(await requestNow()).toMatchObject({ state: "OPEN", version: 1 });
    draftOf(await discard(officer(), await draftNow()));
  });

  test("submitted with such a case it is allowed to nobody, and in nobody's tray; it can be turned down", async () => {
    const seen = await roomOf(second);
    expect(seen).toMatchObject({ mayDecide: false, mayReject: true, reasons: [{ code: "SUBJECT_REFUSES" }] });
    expect(seen.isForMe).toBe(false);
    expect(seen.deciders.filter(({ reasons }) => reasons.length === 0)).toEqual([]);
    expect(await decide(second, "REJECT", "A case fails.")).toMatchObject({ __typename: "ApprovalDecided" });
    await api.house.db.deleteFrom("policy_test").where("name", "=", "A case").execute();
    api.clock.advance({ minutes: 1 });
    draftOf(await submit(officer(), await draftNow()));
    expect(await roomOf(second)).toMatchObject({ mayDecide: true, isForMe: true, reasons: [] });
    draftOf(await discard(officer(), await draftNow()));
  });

  test("with such a case that is added while others read it, it leaves their trays and says why", async () => {
    expect(await roomOf(second)).toMatchObject({ mayDecide: true, isForMe: true, reasons: [] });
    const { data } = await officer().query<{ keepPolicyTest: { __typename: string } }>(
      "mutation ($input: KeepPolicyTestInput!) { keepPolicyTest(input: $input) { __typename } }",
      { input: { id: newId(), policy: "default", name: "Added", expected: "APPROVE", facts: tooLate } },
    );
    expect(data.keepPolicyTest.__typename).toBe("PolicyTestsDone");
    expect(await roomOf(second)).toMatchObject({
      ...{ mayDecide: false, mayReject: true, isForMe: false },
      reasons: [{ code: "SUBJECT_REFUSES" }],
    });
    draftOf(await discard(officer(), await draftNow()));
    await api.house.db.deleteFrom("policy_test").where("name", "=", "Added").execute();
  });

  test("whoever may not is told so as the one who looks, and of a colleague as of somebody else", async () => {
    const said = async (who: SignedIn) =>
      (await roomOf(who)).deciders
        .find(({ staff }) => staff.id === toGlobalId("Staff", officer().staffId))
        ?.reasons.map(({ message }) => message);
    expect(await said(officer())).toEqual([
      "You proposed this, so somebody else must decide it.",
      "You wrote this, so somebody else must decide it.",
    ]);
    expect(await said(supervisor())).toEqual([
      "Proposed this, so somebody else must decide it.",
      "Wrote this, so somebody else must decide it.",
    ]);
    draftOf(await discard(officer(), draft));
  });
});

/** The draft's request as somebody sees it in the room of approvals. */
async function roomOf(who: SignedIn) {
  const id = toGlobalId("ApprovalRequest", (await requestNow()).id);
  interface Seen {
    readonly mayDecide: boolean;
    readonly mayReject: boolean;
    readonly reasons: readonly object[];
    readonly deciders: readonly {
      readonly staff: { readonly id: string };
      readonly reasons: readonly { readonly message: string }[];
    }[];
  }
  const { data } = await who.query<{
    approvals: { edges: { node: { id: string } }[] };
    approvalPreview: { requests: [Seen] };
  }>(
    `query ($ids: [ID!]!) { approvals(box: FOR_ME, first: 100) { edges { node { id } } }
      approvalPreview(ids: $ids) { requests { mayDecide mayReject reasons { code } deciders { staff { id } reasons { message } } } } }`,
    { ids: [id] },
  );
  return { ...data.approvalPreview.requests[0], isForMe: data.approvals.edges.some(({ node }) => node.id === id) };
}
