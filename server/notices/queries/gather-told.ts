import { sql } from "kysely";
import { clockRules } from "../../clocks/domain/rules.ts";
import { rulingsThatDecide } from "../../disputes/domain/rulings.ts";
import { deskDay } from "../../kernel/desk-day.ts";
import type { Db } from "../../platform/database/database.ts";
import { endingsWithoutRefund } from "../../referrals/domain/referral-machine.ts";
import type { Locale } from "../../request-context.ts";
import type { Permission } from "../../staff/domain/permissions.ts";
import type { StaffRole } from "../../staff/domain/roles.ts";

/** All that a notice about a case may have to say, or has to know of whom it reaches. */
export interface ToldCase {
  readonly number: string;
  readonly currency: string;
  readonly claimedMinor: string;
  readonly disputedMinor: string | null;
  readonly proposedMinor: string | null;
  readonly offerMinor: string | null;
  readonly refundMinor: string | null;
  readonly arrivesOn: string | null;
  readonly refundIsOutside: boolean;
  readonly provider: string | null;
  readonly agency: string | null;
  readonly bankHasRuled: boolean;
  readonly agencyIsDone: boolean;
  readonly merchantId: string;
  readonly merchantName: string;
  readonly merchantNameZh: string | null;
  readonly institutionId: string | null;
  readonly assigneeId: string | null;
  readonly proposedById: string | null;
  /** The approval that is waited for next; null where none is. */
  readonly nextApproval: Permission | null;
  readonly voucher: string | null;
  readonly cardLast4: string | null;
  readonly paidAt: string | null;
  readonly customer: { readonly email: string | null; readonly phone: string | null; readonly locale: Locale } | null;
  /** When the clocks of each kind that run on the case run out. */
  readonly due: ReadonlyMap<string, string>;
  readonly staff: readonly ToldStaff[];
  readonly endpoints: readonly ToldEndpoint[];
}

export interface ToldStaff {
  readonly id: string;
  readonly role: StaffRole;
  readonly email: string;
  readonly locale: Locale;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  /** The roles of those for whom they give approvals now. */
  readonly standsInFor: readonly StaffRole[];
}

export interface ToldEndpoint {
  readonly id: string;
  readonly url: string;
  readonly merchantId: string | null;
  readonly institutionId: string | null;
  readonly provider: string | null;
}

type Stored = Omit<ToldCase, "due" | "staff" | "endpoints"> & {
  readonly clocks: readonly { readonly rule: string; readonly dueAt: string | null }[] | null;
  readonly staff: readonly ToldStaff[] | null;
  readonly endpoints: readonly ToldEndpoint[] | null;
};

const kindOfRule = new Map(clockRules.map(({ id, kind }) => [id, kind as string]));

/** Whom a move would bring in that does not stand on the case yet. What is left out is the case's own. */
export interface BroughtIn {
  readonly bankId?: string | null | undefined;
  /** Null: the case would be nobody's. */
  readonly assigneeId?: string | null | undefined;
}

/** One statement, whatever is told: it stands in the transaction of every move that somebody hears of. */
export async function gatherTold(
  db: Db,
  caseId: string,
  approvers: readonly StaffRole[],
  at: Date,
  { bankId = null, assigneeId }: BroughtIn = {},
): Promise<ToldCase> {
  const bank = sql`coalesce(${bankId}::uuid, cases.institution_id)`;
  const assignee = assigneeId === undefined ? sql`cases.assignee_id` : sql`${assigneeId}::uuid`;
  const { rows } = await sql<{ told: Stored }>`
    select jsonb_build_object(
      'number', cases.number, 'currency', cases.currency, 'claimedMinor', cases.amount_minor::text,
      'proposedMinor', cases.proposed_minor::text, 'offerMinor', cases.offer_minor::text,
      'refundMinor', refund.amount_minor::text, 'arrivesOn', case when refund.expected_on >= ${deskDay(at)} then refund.expected_on end, 'provider', refund.provider,
      'refundIsOutside', coalesce(refund.mode = 'MANUAL', false),
      'disputedMinor', (select amount_minor::text from dispute where case_id = cases.id order by id desc limit 1),
      'agency', (select agency from referral where case_id = cases.id order by lodged_at desc limit 1),
      'bankHasRuled', exists (select from dispute where case_id = cases.id and ruling = any(${[...rulingsThatDecide]}::text[])),
      'agencyIsDone', exists (select from referral where case_id = cases.id and outcome = any(${[...endingsWithoutRefund]}::text[])),
      'merchantId', cases.merchant_id, 'merchantName', merchant.name, 'merchantNameZh', merchant.name_zh,
      'institutionId', ${bank}, 'assigneeId', ${assignee}, 'proposedById', proposer.id, 'nextApproval', cases.approvals_missing[1],
      'voucher', sale.voucher_number, 'cardLast4', sale.card_last4, 'paidAt', sale.processed_at,
      'customer', (select jsonb_build_object('email', email, 'phone', phone, 'locale', locale) from customer where id = cases.customer_id),
      'clocks', (select jsonb_agg(jsonb_build_object('rule', rule, 'dueAt', due_at)) from case_clock where case_id = cases.id and state = 'RUNNING'),
      'staff', (select jsonb_agg(jsonb_build_object('id', id, 'role', role, 'email', email, 'locale', locale,
          'merchantId', merchant_id, 'institutionId', institution_id, 'standsInFor', away.roles) order by created_at, id)
        from staff cross join lateral (select coalesce(jsonb_agg(lender.role), '[]') as roles from delegation
          join staff lender on lender.id = delegation.staff_id and lender.active
            and lender.id is distinct from proposer.id and lender.role = any(${[...approvers]}::text[])
          where delegation.delegate_id = staff.id and delegation.revoked_at is null
            and delegation.starts_at <= ${at} and delegation.ends_at > ${at}) away
        where active and (staff.id in (${assignee}, proposer.id) or role = any(${[...approvers]}::text[])
          or away.roles <> '[]'
          or (role = 'MERCHANT_VERIFIER' and merchant_id = cases.merchant_id)
          or (role = 'BANK_OFFICER' and institution_id = ${bank}))),
      'endpoints', (select jsonb_agg(jsonb_build_object('id', id, 'url', url, 'merchantId', merchant_id,
          'institutionId', institution_id, 'provider', provider) order by created_at, id) from webhook_endpoint
        where disabled_at is null and (merchant_id = cases.merchant_id or institution_id = ${bank}
          or provider = refund.provider))) as told
    from cases
      join merchant on merchant.id = cases.merchant_id
      left join transaction sale on sale.id = cases.transaction_id
      left join lateral (select amount_minor, expected_on, provider, mode from refund where case_id = cases.id
        order by created_at desc, id desc limit 1) refund on true
      -- A proposal that was refused or lapsed stands on the case no more, and its proposer is who has to hear of it.
      left join lateral (select coalesce(cases.proposed_by_id, (select proposer_id from approval_request
        where case_id = cases.id and subject_kind = 'REFUND' order by opened_at desc, id desc limit 1)) as id) proposer on true
    where cases.id = ${caseId}`.execute(db);
  const [row] = rows;
  if (row === undefined) throw new Error(`Case ${caseId} vanished while it was told`);
  const { clocks, staff, endpoints, ...told } = row.told;
  const due = (clocks ?? []).flatMap(({ rule, dueAt }): [string, string][] =>
    dueAt === null ? [] : [[kindOfRule.get(rule) ?? rule, new Date(dueAt).toISOString()]],
  );
  return { ...told, due: new Map(due), staff: staff ?? [], endpoints: endpoints ?? [] };
}
