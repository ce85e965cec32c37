import { openCase } from "../../server/cases/actions/open-case.ts";
import { performCaseAction } from "../../server/cases/actions/perform-case-action.ts";
import type { CaseMove } from "../../server/cases/domain/decide.ts";
import { newId, toGlobalId } from "../../server/kernel/ids.ts";
import { money } from "../../server/kernel/money.ts";
import { sha256 } from "../../server/platform/journal.ts";
import type { ActionContext } from "../../server/request-context.ts";
import { type Actor, staffActor, systemActor } from "../../server/staff/domain/actor.ts";
import type { TestApi } from "./api.ts";
import { givenInstitution, givenMerchant, givenSale } from "./given-rows.ts";

/** One case with all that hangs off it, as the probes look for it. */
export interface SeededCase {
  readonly caseId: string;
  readonly id: string;
  readonly number: string;
  readonly merchantId: string;
  readonly transactionId: string;
  readonly linkToken: string;
}

/** The case that the narrow roles own, and one that is another's in every respect. */
export interface Seeds {
  readonly own: SeededCase;
  readonly other: SeededCase;
}

export async function seedTwoCases(api: TestApi): Promise<Seeds> {
  const { db } = api.house;
  const others = { merchantId: await givenMerchant(db), institutionId: await givenInstitution(db) };
  const agent = await api.as("SUPPORT_AGENT");
  const actor = staffActor({
    id: agent.staffId,
    name: "agent",
    role: "SUPPORT_AGENT",
    merchantId: null,
    institutionId: null,
  });
  return { own: await seedCase(api, actor, api.own), other: await seedCase(api, actor, others) };
}

async function seedCase(
  api: TestApi,
  agent: Actor,
  owner: { merchantId: string; institutionId: string },
): Promise<SeededCase> {
  const { house } = api;
  const { merchantId, institutionId } = owner;
  const transactionId = await givenSale(house.db, merchantId);
  const linkToken = `link-${newId()}`;
  const system: ActionContext = { ...house, actor: systemActor, locale: "en" };
  const { caseId, number } = await house.db.transaction().execute((trx) =>
    openCase(trx, system, {
      state: "NEW",
      origin: "CUSTOMER",
      channel: "WEB",
      reason: "NOT_AS_DESCRIBED",
      amount: money(12_900n, "CNY"),
      transactionId,
      merchantId,
      institutionId,
      customer: { name: "Zhang Wei", phone: "+8613800138000", email: "zhang@customer.test", locale: "en" },
      story: { thread: "CUSTOMER", body: "It broke on the first day." },
      link: { hash: sha256(linkToken), expiresAt: new Date(Date.now() + 86_400_000) },
    }),
  );
  const act = async (move: CaseMove) => {
    const { version } = await house.db
      .selectFrom("cases")
      .select("version")
      .where("id", "=", caseId)
      .executeTakeFirstOrThrow();
    const done = await performCaseAction(
      { ...system, actor: agent },
      { ...move, caseId, expectedVersion: version, idempotencyKey: newId() },
    );
    if (!done.ok) throw new Error(`${move.action} was refused: ${JSON.stringify(done.error)}`);
  };
  await act({ action: "ADD_NOTE", input: { message: "INTERNAL-WORDS of the desk" } });
  await act({ action: "ASSIGN", input: { assigneeId: agent.id } });
  await act({ action: "SEND_MESSAGE", input: { thread: "MERCHANT", message: "MERCHANT-WORDS to the shop" } });
  await act({ action: "SEND_MESSAGE", input: { thread: "BANK", message: "BANK-WORDS to the bank" } });
  await act({ action: "SEND_MESSAGE", input: { thread: "CUSTOMER", message: "CUSTOMER-WORDS to the customer" } });
  return { caseId, id: toGlobalId("Case", caseId), number, merchantId, transactionId, linkToken };
}
