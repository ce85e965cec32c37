import { maskFragments, type ResultOf } from "gql.tada";
import { expect, test } from "vitest";
import { TimelineEvent, TimelineEventFragment } from "../../web/cases/TimelineEvent.tsx";
import type { Language } from "../../web/i18n/language.ts";
import { show } from "./support.tsx";

type Facts = ResultOf<typeof TimelineEventFragment>;

const approved: Facts = {
  kind: "APPROVE_REFUND",
  sequence: 7,
  from: null,
  to: "VERIFYING",
  at: "2026-10-09T08:20:00.000Z",
  actorRole: "SUPPORT_AGENT",
  byKey: null,
  actor: { id: "U3RhZmY6MQ", name: "Li Na" },
  messages: [],
  facts: [],
};

async function sentence(change: Partial<Facts>, language: Language = "en"): Promise<string> {
  const event = maskFragments([TimelineEventFragment], { ...approved, ...change });
  const { container, unmount } = await show(<TimelineEvent event={event} customer="Wang Xiaoming" />, language);
  const said = container.querySelector("p > span")?.textContent ?? "";
  unmount();
  return said;
}

test("an event is one sentence about whoever did it, in either language", async () => {
  expect(await sentence({})).toBe("Li Na approved a refund");
  expect(await sentence({}, "zh-CN")).toBe("Li Na 批准了退款");
  // Others are to agree first: nothing is approved before they have.
  expect(await sentence({ to: "AWAITING_APPROVAL" })).toBe("Li Na proposed a refund, for approval");
  expect(await sentence({ to: "AWAITING_APPROVAL" }, "zh-CN")).toBe("Li Na 提出退款，待审批");
  expect(await sentence({ kind: "OPEN", actorRole: "CUSTOMER", actor: null })).toBe("Wang Xiaoming asked for a refund");
  expect(await sentence({ kind: "OPEN", actorRole: "SUPPORT_AGENT", actor: { id: "s-1", name: "Li Na" } })).toBe(
    "Li Na opened the case",
  );
  expect(await sentence({ kind: "OPEN", actorRole: "SYSTEM", actor: null })).toBe("Case opened");
});

test("news of a refund says what it is, and who agreed to money paid outside is named", async () => {
  const news = async (event: string, change: Partial<Facts> = { actorRole: "SYSTEM", actor: null }) => {
    const facts = [{ name: "detail.event", value: event }];
    const told: Partial<Facts> = { kind: "RECORD_REFUND_PROGRESS", facts, ...change };
    return [await sentence(told), await sentence(told, "zh-CN")];
  };
  expect(await news("ACCEPT")).toEqual(["The acquirer took the refund", "收单机构已受理退款"]);
  expect(await news("LOSE_ANSWER")).toEqual([
    "No answer came from the acquirer; it is asked first, and nothing is paid twice",
    "没有收到收单机构的答复，将先查询，不会重复退款",
  ]);
  expect(await news("FIND_NEVER_RECEIVED")).toEqual([
    "The acquirer never got the refund; it is sent again",
    "收单机构未收到退款指令，将重新发出",
  ]);
  expect(await news("POSTPONE")).toEqual([
    "The acquirer cannot take the refund yet; it is sent again later",
    "收单机构暂时无法办理，退款稍后重新发出",
  ]);
  expect(await news("AGREE_BY_HAND", {})).toEqual(["Li Na agreed to the refund paid outside", "Li Na 同意了线下退款"]);
  expect(await news("REFUSE_BY_HAND", {})).toEqual([
    "Li Na did not agree to the refund paid outside; what was held is free again",
    "Li Na 未同意线下退款，冻结的款项已释放",
  ]);
  expect(await news("REFUSE_BY_HAND")).toEqual([
    "Not everybody who must agree to the refund paid outside did so in time; what was held is free again",
    "线下退款未在期限内获得全部所需审批，已失效，冻结的款项已释放",
  ]);
  const facts = [{ name: "detail.event", value: "PAY_BY_HAND" }];
  const paid = (language: "en" | "zh-CN") => sentence({ kind: "SETTLE_REFUND", facts }, language);
  expect([await paid("en"), await paid("zh-CN")]).toEqual([
    "Li Na gave the last agreement to the refund paid outside; it counts as refunded",
    "Li Na 同意了线下退款，审批已完成，计为已退款",
  ]);
  expect(await sentence({ kind: "SETTLE_REFUND", facts: [{ name: "detail.event", value: "SETTLE" }] })).toMatch(
    /the refund arrived$/,
  );
  // What a shop or a bank is told of it.
  expect(await sentence({ kind: "RECORD_REFUND_PROGRESS", actorRole: "SYSTEM", actor: null })).toBe(
    "News of the refund from the acquirer",
  );
});

test("what happens of itself names nobody; where somebody recorded it, they are named", async () => {
  expect(await sentence({ kind: "SETTLE_REFUND", actorRole: "SYSTEM", actor: null })).toBe("The refund arrived");
  expect(await sentence({ kind: "SETTLE_REFUND" })).toBe("Li Na recorded that the refund arrived");
});

test("a recorded check says which one, and what came of it", async () => {
  const facts = [
    { name: "check", value: "GOODS_STATE" },
    { name: "outcome", value: "PASSED" },
  ];
  const kind = "RECORD_CHECK";
  expect(await sentence({ kind, facts })).toBe("Li Na recorded that the check “State of the goods” passed");
  expect(await sentence({ kind, facts }, "zh-CN")).toBe("Li Na 记录“货物状态”核对通过");
  // A shop is not shown the desk's facts.
  expect(await sentence({ kind, facts: [] })).toBe("Li Na recorded a check");
});

test("a step of a dispute, a ruling and a shop's answer say which, to whoever may see it", async () => {
  const of = (kind: Facts["kind"], name: string, value: string) => sentence({ kind, facts: [{ name, value }] });
  expect(await of("ADVANCE_DISPUTE", "disputeStep", "OPEN_PRE_ARBITRATION")).toBe(
    "Li Na recorded the start of pre-arbitration",
  );
  const facts = [{ name: "disputeStep", value: "RECEIVE_CHARGEBACK" }];
  const chargedBack: Partial<Facts> = { kind: "ADVANCE_DISPUTE", facts };
  expect(await sentence(chargedBack)).toBe("Li Na recorded the bank's chargeback");
  expect(await sentence(chargedBack, "zh-CN")).toBe("Li Na 记录收到银行退单");
  expect(await of("RECORD_BANK_RULING", "ruling", "MERCHANT_UPHELD")).toBe(
    "Li Na recorded the bank's ruling: The shop is right",
  );
  expect(await of("RECORD_MERCHANT_ANSWER", "confirms", "false")).toBe("Li Na recorded that the shop contests it");
  expect(await sentence({ kind: "RECORD_MERCHANT_ANSWER" })).toBe("Li Na recorded the shop's answer");
});

test("that a check is not let go after all says which one, in either language", async () => {
  const facts = [{ name: "check", value: "GOODS_STATE" }];
  const rejected = { kind: "REJECT_CHECK_WAIVER", facts } as const;
  expect(await sentence(rejected)).toBe(
    "Li Na turned down the waiver of the check “State of the goods”; it stays open",
  );
  expect(await sentence(rejected, "zh-CN")).toBe("Li Na 未同意豁免“货物状态”核对，该项仍待核对");
  const lapsed = { kind: "EXPIRE_CHECK_WAIVER", actorRole: "SYSTEM", actor: null, facts } as const;
  expect(await sentence(lapsed)).toBe(
    "Nobody decided on waiving the check “State of the goods” in time; it stays open",
  );
  expect(await sentence(lapsed, "zh-CN")).toBe("豁免“货物状态”核对的申请逾期无人审批，已失效，该项仍待核对");
});

test("a case that changes hands says from whom to whom, in either language", async () => {
  const of = (from: string | null, to: string | null, language?: Language, change: Partial<Facts> = {}) => {
    const facts = [
      ...(from === null ? [] : [{ name: "fromAssignee", value: from }]),
      ...(to === null ? [] : [{ name: "assignee", value: to }]),
    ];
    return sentence({ kind: "ASSIGN", facts, ...change }, language);
  };
  expect(await of("Chen Jie", "Zhao Min")).toBe("Li Na reassigned the case from Chen Jie to Zhao Min");
  expect(await of("Chen Jie", "Zhao Min", "zh-CN")).toBe("Li Na 将案件由 Chen Jie 转交 Zhao Min");
  expect(await of(null, "Zhao Min")).toBe("Li Na assigned the case to Zhao Min");
  expect(await of(null, "Li Na")).toBe("Li Na took the case");
  expect(await of("Chen Jie", "Li Na")).toBe("Li Na took the case over from Chen Jie");
  expect(await of("Li Na", null)).toBe("Li Na gave the case up; it is unassigned");
  expect(await of("Chen Jie", null)).toBe("Li Na took the case from Chen Jie; it is unassigned");
  const itself = { actorRole: "SYSTEM", actor: null } as const;
  expect(await of("Chen Jie", "Zhao Min", "en", itself)).toBe(
    "Chen Jie can no longer work the case; it went to Zhao Min",
  );
  expect(await of("Chen Jie", null, "zh-CN", itself)).toBe("Chen Jie 无法继续处理案件，案件现未指派");
});

test("a case that is reopened says whom it was taken from because they left, in either language", async () => {
  const facts = [{ name: "fromAssignee", value: "Chen Jie" }];
  const reopened = { kind: "REOPEN", facts } as const;
  expect(await sentence(reopened)).toBe("Li Na reopened the case; Chen Jie can no longer work it, so it is unassigned");
  expect(await sentence(reopened, "zh-CN")).toBe("Li Na 重新开启案件，Chen Jie 无法继续处理，案件现未指派");
  expect(await sentence({ kind: "REOPEN" })).toBe("Li Na reopened the case");
});

test("a name is a name, whatever stands in it", async () => {
  const odd = { id: "1", name: "<b>{{check}}</b> & $&" };
  expect(await sentence({ actor: odd })).toBe("<b>{{check}}</b> & $& approved a refund");
});

test("what somebody of the desk took down stands as the other side's words, and what they wrote as the desk's", async () => {
  type Message = Facts["messages"][number];
  const said = async (saidBy: Message["saidBy"], thread: Message["thread"]) => {
    const messages = [{ id: "m-1", thread, saidBy, body: "It was charged twice.", mentions: [] }];
    const event = maskFragments([TimelineEventFragment], { ...approved, messages });
    const { container, unmount } = await show(<TimelineEvent event={event} customer="Wang Xiaoming" />);
    const text = container.textContent ?? "";
    unmount();
    return text;
  };
  expect(await said("CUSTOMER", "CUSTOMER")).toContain("as the customer told it");
  expect(await said("MERCHANT", "CUSTOMER")).toContain("as the shop told it");
  expect(await said("BANK", "BANK")).toContain("as the bank told it");
  expect(await said("DESK", "CUSTOMER")).toContain("to the customer");
});

test("whoever is called by their role is not called by it twice", async () => {
  const message: Facts["messages"][number] = {
    ...{ id: "m-1", thread: "BANK", saidBy: "BANK" },
    ...{ body: "One day later.", mentions: [] },
  };
  const said = async (actor: Facts["actor"]) => {
    const event = maskFragments([TimelineEventFragment], {
      ...{ ...approved, kind: "SEND_MESSAGE" as const, actorRole: "BANK_OFFICER" as const },
      ...{ actor, messages: [message] },
    });
    const { container, unmount } = await show(<TimelineEvent event={event} customer="Wang Xiaoming" />, "en");
    const words = container.textContent ?? "";
    unmount();
    return words.split("Bank officer").length - 1;
  };
  expect(await said(null)).toBe(1);
  expect(await said({ id: "s-1", name: "Priya Nair" })).toBe(1);
});

test("the bank's number for a dispute says what its word changed of what the desk had written", async () => {
  const told = (after: { readonly reasonCode?: string; readonly minor?: string }): Partial<Facts> => ({
    ...{ kind: "ADOPT_DISPUTE", actorRole: "SYSTEM", actor: null },
    facts: Object.entries({
      reference: "VISA-1",
      ...{ "before.reasonCode": "13.1", "before.amount.minor": "155199", "before.amount.currency": "USD" },
      "after.reasonCode": after.reasonCode ?? "13.1",
      ...{ "after.amount.minor": after.minor ?? "155199", "after.amount.currency": "USD" },
    }).map(([name, value]) => ({ name, value })),
  });
  const said = async (...of: Parameters<typeof sentence>) => (await sentence(...of)).replaceAll("\u00a0", " ");
  expect(await said(told({}))).toBe("The bank numbered the dispute VISA-1");
  expect(await said(told({ reasonCode: "13.3" }))).toBe(
    "The bank numbered the dispute VISA-1; reason code 13.1 became 13.3",
  );
  expect(await said(told({ minor: "50000" }))).toBe(
    "The bank numbered the dispute VISA-1; USD 1,551.99 became USD 500.00",
  );
  expect(await said(told({ reasonCode: "13.3", minor: "50000" }), "zh-CN")).toBe(
    "银行给出争议编号 VISA-1；原因代码由 13.1 改为 13.3，争议金额由 USD 1,551.99 改为 USD 500.00",
  );
  // Whoever is not told the facts reads that it happened.
  expect(await said({ ...told({}), facts: [] })).toBe("The bank gave the dispute its number");
});
