import type { Id } from "../../kernel/ids.ts";
import { newId } from "../../kernel/ids.ts";
import type { Result } from "../../kernel/result.ts";
import { approveDraft } from "../../policies/actions/approve-draft.ts";
import { createPolicy } from "../../policies/actions/create-policy.ts";
import { keepPolicyTest } from "../../policies/actions/keep-policy-test.ts";
import { publishDraft } from "../../policies/actions/publish-draft.ts";
import { saveDraft } from "../../policies/actions/save-draft.ts";
import { startDraft } from "../../policies/actions/start-draft.ts";
import { submitDraft } from "../../policies/actions/submit-draft.ts";
import type { ChangeKind } from "../../policies/domain/draft-life.ts";
import type { PolicyContent } from "../../policies/domain/policy-content.ts";
import { soonestChange } from "../../policies/domain/version-life.ts";
import type { House } from "../../request-context.ts";
import type { Actor } from "../../staff/domain/actor.ts";
import type { DemoPeople } from "../queries/find-people.ts";
import {
  draftWithGap,
  hotelsText,
  keptTests,
  landianText,
  secondText,
  thirdText,
  wordingText,
} from "../texts/policy-texts.ts";
import { heldHouse, PastClock } from "./held-house.ts";

interface Change {
  readonly kind: ChangeKind;
  readonly note: string;
  readonly content: (before: PolicyContent) => PolicyContent;
}

const daysMs = 86_400_000;

/** When the edition came out by which most of the demo was decided, in days before it opened. */
export const editionDaysAgo = 120;

/** The versions that decided the demo's past: neither changes what its stories were told by. */
export async function layPolicyHistory(house: House, people: DemoPeople, openedAt: Date): Promise<void> {
  for (const [days, change] of [
    [150, wordingText],
    [editionDaysAgo, secondText],
  ] as const) {
    const past = { ...house, clock: new PastClock(new Date(openedAt.getTime() - days * daysMs)) };
    await publishChange(
      past,
      people,
      granted(await startDraft(as(past, people.person("compliance")), "default")),
      change,
    );
  }
}

/** What was published this morning, what is being argued over, and the cases that must always come out so. */
export async function layPolicyRoom(house: House, people: DemoPeople, merchantId: Id): Promise<void> {
  const held = await house.db.selectFrom("policy").select("name").where("scope", "=", "CATEGORY").executeTakeFirst();
  if (held !== undefined) return;
  await house.db.transaction().execute(async (trx) => {
    const held = heldHouse(house, trx);
    const inOne = { ...held, clock: new PastClock(beginsNow(house.clock.now())) };
    const officer = as(inOne, people.person("compliance"));
    for (const test of keptTests) {
      granted(await keepPolicyTest(officer, { ...test, id: newId(), policy: "default", caseNumber: null }));
    }
    await publishChange(inOne, people, granted(await startDraft(officer, "default")), thirdText);
    const hotels = { scope: "CATEGORY", value: "7011", label: { zh: "酒店住宿", en: "hotels" } } as const;
    await publishChange(inOne, people, granted(await createPolicy(officer, hotels)), hotelsText);
    const landian = { scope: "MERCHANT", value: merchantId, label: null } as const;
    await publishChange(inOne, people, granted(await createPolicy(officer, landian)), landianText);
    const author = as(held, people.person("compliance"));
    const draftId = granted(await startDraft(author, "default"));
    granted(await saveDraft(author, { draftId, expectedRevision: 1, ...draftWithGap }));
    granted(await submitDraft(author, { draftId, expectedRevision: 2 }));
  });
}

/** When something is published that decides from now. */
function beginsNow(now: Date): Date {
  return new Date(2 * now.getTime() - soonestChange(now).getTime());
}

/** Written by one, agreed to by two others, and published. */
async function publishChange(house: House, people: DemoPeople, draftId: string, change: Change): Promise<void> {
  const officer = as(house, people.person("compliance"));
  granted(await saveDraft(officer, { draftId, expectedRevision: 1, ...change }));
  granted(await submitDraft(officer, { draftId, expectedRevision: 2 }));
  granted(await approveDraft(as(house, people.person("compliance2")), { draftId, expectedRevision: 3 }));
  granted(await approveDraft(as(house, people.person("supervisor")), { draftId, expectedRevision: 4 }));
  granted(await publishDraft(as(house, people.person("compliance2")), { draftId, expectedRevision: 5, from: null }));
}

const as = (house: House, actor: Actor) => ({ ...house, actor, locale: "zh-CN" as const });

function granted(result: Result<string, unknown>): string {
  if (result.ok) return result.value;
  throw new Error(`The demo's policy was refused: ${JSON.stringify(result.error)}`);
}
