import { Migration } from "@mikro-orm/migrations";

/** Policies are agreed to where everything else is. What was agreed to before is carried over, and what waits has a whole period. */
export class PolicyApprovals extends Migration {
  override up(): void {
    this.addSql(
      "create index approval_request_subject on approval_request (subject_kind, subject_id, opened_at desc);",
    );
    this.addSql("alter table policy_draft_event alter column actor_id drop not null;");
    this.addSql(requests);
    this.addSql(decisions);
    this.addSql("alter table policy_draft drop column approved_by_ids;");
  }
}

/** Who sent it to review proposed it, unless they agreed to it themselves, as they could then. */
const requests = /* sql */ `
insert into approval_request (id, subject_kind, subject_id, state, proposer_id, barred, needs, missing, detail, reason,
  opened_at, escalates_at, expires_at, closed_at)
select gen_random_uuid(), 'POLICY_VERSION', d.id, case d.state when 'IN_REVIEW' then 'OPEN' else 'GRANTED' end,
  case when submitted.actor_id::text = any (d.approved_by_ids) then null else submitted.actor_id end,
  (select coalesce(jsonb_agg(jsonb_build_object('staffId', author, 'because', 'AUTHOR')), '[]') from unnest(d.author_ids) author),
  array['policy.approve', 'policy.approve'],
  (array['policy.approve', 'policy.approve'])[1 + cardinality(d.approved_by_ids):],
  jsonb_build_object('policy', d.policy), nullif(d.note, ''),
  now(), now() + interval '3 days', now() + interval '30 days',
  case d.state when 'IN_REVIEW' then null else now() end
from policy_draft d
left join lateral (
  select e.actor_id from policy_draft_event e where e.draft_id = d.id and e.action = 'SUBMIT' order by e.at desc limit 1
) submitted on true
where d.state in ('IN_REVIEW', 'APPROVED', 'PUBLISHED');
`;

const decisions = /* sql */ `
insert into approval_decision (id, request_id, staff_id, level, verdict, "key", "at")
select gen_random_uuid(), r.id, agreed.who::uuid, 'policy.approve', 'GRANT', gen_random_uuid(),
  coalesce((select max(e.at) from policy_draft_event e
    where e.draft_id = d.id and e.action = 'APPROVE' and e.actor_id::text = agreed.who), d.updated_at)
from policy_draft d
join approval_request r on r.subject_kind = 'POLICY_VERSION' and r.subject_id = d.id
cross join unnest(d.approved_by_ids) with ordinality agreed (who, place)
order by d.id, agreed.place;
`;
