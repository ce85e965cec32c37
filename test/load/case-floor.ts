import { serveFloor } from "./serve-floor.ts";

// What the case page is measured against: one statement that builds all that the page shows of what is stored.
await serveFloor(
  `
select json_build_object(
  'id', c.id, 'number', c.number, 'version', c.version, 'state', c.state, 'stage', c.stage, 'outcome', c.outcome, 'reason', c.reason,
  'origin', c.origin, 'openedAt', c.opened_at, 'closedAt', c.closed_at, 'snoozedUntil', c.snoozed_until,
  'amount', json_build_object('minor', c.amount_minor::text, 'currency', c.currency),
  'offer', json_build_object('minor', c.offer_minor::text, 'currency', c.currency),
  'customer', (select json_build_object('id', u.id, 'name', u.name, 'phone', u.phone, 'email', u.email, 'locale', u.locale) from customer u where u.id = c.customer_id),
  'merchant', (select json_build_object('id', m.id, 'name', m.name, 'nameZh', m.name_zh, 'number', m.merchant_number) from merchant m where m.id = c.merchant_id),
  'assignee', (select json_build_object('id', s.id, 'name', s.name) from staff s where s.id = c.assignee_id),
  'transaction', (select json_build_object('id', t.id, 'kind', t.kind, 'network', t.network, 'cardLast4', t.card_last4, 'voucherNumber', t.voucher_number,
    'processedAt', t.processed_at, 'currency', t.currency, 'captured', t.captured_minor::text, 'refunded', t.refunded_minor::text,
    'inFlight', t.in_flight_minor::text, 'chargedBack', t.charged_back_minor::text) from transaction t where t.id = c.transaction_id),
  'events', (select json_agg(json_build_object('id', e.id, 'sequence', e.sequence, 'kind', e.kind, 'from', e.from_state, 'to', e.to_state, 'at', e.at,
      'actorRole', e.actor_role, 'data', e.data, 'actor', (select json_build_object('id', s.id, 'name', s.name) from staff s where s.id = e.actor_id),
      'messages', (select coalesce(json_agg(json_build_object('id', m.id, 'thread', m.thread, 'body', m.body)), '[]') from case_message m where m.event_id = e.id))
      order by e.sequence) from (select * from case_event e where e.case_id = c.id order by e.sequence desc limit 100) e),
  'clocks', (select coalesce(json_agg(json_build_object('id', k.id, 'rule', k.rule, 'state', k.state, 'startedAt', k.started_at, 'dueAt', k.due_at,
      'endedAt', k.ended_at, 'pausedMs', k.paused_ms)), '[]') from case_clock k where k.case_id = c.id),
  'checks', (select coalesce(json_agg(json_build_object('kind', h.kind, 'outcome', h.outcome, 'automatic', h.automatic, 'reason', h.reason)), '[]')
      from case_check h where h.case_id = c.id),
  'refunds', (select coalesce(json_agg(json_build_object('id', r.id, 'state', r.state, 'amount', r.amount_minor::text, 'currency', r.currency,
      'provider', r.provider, 'providerReference', r.provider_reference, 'expectedOn', r.expected_on, 'settledAt', r.settled_at, 'failure', r.failure_code,
      'attempts', (select coalesce(json_agg(json_build_object('id', a.id, 'at', a.at, 'operation', a.operation, 'answer', a.answer, 'code', a.code)), '[]')
        from refund_attempt a where a.refund_id = r.id))), '[]') from refund r where r.case_id = c.id),
  'evidence', (select coalesce(json_agg(json_build_object('id', v.id, 'kind', v.kind, 'fileName', v.file_name, 'mediaType', v.media_type, 'bytes', v.bytes,
      'sha256', v.sha256, 'uploadedAt', v.created_at, 'uploadedBy', v.uploaded_by_role)), '[]') from evidence v where v.case_id = c.id),
  'notices', (select coalesce(json_agg(json_build_object('id', n.id, 'kind', n.kind, 'audience', n.audience, 'channel', n.channel, 'state', n.state,
      'createdAt', n.created_at, 'answer', n.answer, 'answeredAt', n.answered_at, 'queried', n.queried, 'fields', n.fields)), '[]')
      from notice n where n.case_id = c.id),
  'dispute', (select json_build_object('id', d.id, 'network', d.network, 'reasonCode', d.reason_code, 'state', d.state, 'ruling', d.ruling,
      'reference', d.reference, 'respondBy', d.respond_by, 'amount', d.amount_minor::text) from dispute d where d.case_id = c.id order by d.opened_at desc limit 1),
  'referral', (select json_build_object('id', f.id, 'agency', f.agency, 'state', f.state, 'outcome', f.outcome, 'reference', f.reference,
      'lodgedAt', f.lodged_at) from referral f where f.case_id = c.id order by f.lodged_at desc limit 1),
  'decision', (select json_build_object('id', x.id, 'outcome', x.outcome, 'rowNumber', x.row_number, 'facts', x.facts, 'trace', x.trace)
      from decision x where x.case_id = c.id order by x.at desc limit 1),
  'heldMessages', (select coalesce(json_agg(json_build_object('id', w.id, 'thread', w.thread, 'body', w.body, 'state', w.state, 'sendsAt', w.sends_at)), '[]')
      from held_message w where w.case_id = c.id and w.state in ('HELD', 'REFUSED'))
)::text as body from cases c where c.number = $1`,
  ({ number }) => [number],
);
