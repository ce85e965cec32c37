import { serveFloor } from "./serve-floor.ts";

// What the queue is measured against: one statement that builds a page of it behind a place.
await serveFloor(
  `
select coalesce(json_agg(json_build_object(
  'node', json_build_object(
    'id', c.id, 'number', c.number, 'version', c.version, 'state', c.state, 'stage', c.stage, 'reason', c.reason,
    'amount', json_build_object('minor', c.amount_minor::text, 'currency', c.currency), 'openedAt', c.opened_at, 'dueAt', c.due_at,
    'customer', (select json_build_object('name', u.name) from customer u where u.id = c.customer_id),
    'merchant', (select json_build_object('name', m.name, 'nameZh', m.name_zh) from merchant m where m.id = c.merchant_id),
    'transaction', (select json_build_object('captured', json_build_object('minor', t.captured_minor::text, 'currency', t.currency), 'processedAt', t.processed_at, 'cardLast4', t.card_last4) from transaction t where t.id = c.transaction_id),
    'assignee', (select json_build_object('name', s.name) from staff s where s.id = c.assignee_id),
    'events', (select json_agg(json_build_object('kind', e.kind, 'at', e.at, 'actorRole', e.actor_role) order by e.sequence)
      from (select * from case_event e where e.case_id = c.id order by e.sequence desc limit 3) e),
    'refunds', (select coalesce(json_agg(json_build_object('amount', json_build_object('minor', r.amount_minor::text, 'currency', r.currency), 'state', r.state)), '[]') from refund r where r.case_id = c.id)
  ))), '[]')::text as body
from (select * from cases where closed_at is null and (due_at, id) > ($1, $2) order by due_at, id limit 50) c`,
  ({ at, id }) => [at, id],
);
