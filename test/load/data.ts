import type pg from "pg";

/** How a desk of some size looks: one case in five is open, about eight events each, and four refunds to nine cases. */
export async function fillDesk(client: pg.Client, cases: number): Promise<void> {
  const run = (text: string) => client.query(text.replaceAll(":cases", String(cases)));
  await run(`insert into merchant (id, merchant_number, name, name_zh, category_code, created_at)
    select ${id("1", "n")}, 'M' || n, 'Shop ' || n, '商户' || n, '5411', now() from generate_series(1, 2000) n`);
  await run(`insert into staff (id, email, name, role, active, created_at)
    select ${id("2", "n")}, 'staff' || n || '@redress.test', 'Agent ' || n, 'SUPPORT_AGENT', true, now() from generate_series(1, 200) n`);
  await run(`insert into customer (id, name, phone, email, locale, created_at)
    select ${id("3", "n")}, case n % 3 when 0 then '王小明' else 'Emma Clarke' end || n, '138' || lpad(n::text, 8, '0'), null, 'zh-CN', now()
    from generate_series(1, :cases * 6 / 10) n`);
  await run(`insert into transaction (id, acquirer_reference, merchant_id, kind, voucher_number, retrieval_reference, network, card_last4, currency, captured_minor, processed_at, settled_at, created_at)
    select ${id("4", "n")}, 'T' || n, ${id("1", "1 + n % 2000")}, 'SALE', lpad((n % 1000000)::text, 6, '0'), lpad(n::text, 12, '0'), 'UNIONPAY', lpad((n % 10000)::text, 4, '0'), 'CNY', 10000 + n % 500000, now() - n * interval '1 minute', now() - n * interval '1 minute', now()
    from generate_series(1, :cases) n`);
  await run(`insert into cases (id, number, version, state, waits_on, stage, outcome, origin, channel, reason, currency, amount_minor, transaction_id, merchant_id, customer_id, assignee_id, opened_at, closed_at, due_at, merchant_answer, chain_head, event_count)
    select ${id("5", "n")}, 'RD-26-' || lpad(n::text, 7, '0'), 8,
      case when n % 5 = 0 then (array['NEW', 'VERIFYING', 'NEGOTIATING', 'AT_BANK', 'REFUNDING'])[1 + n / 5 % 5] else 'CLOSED' end,
      case when n % 5 = 0 then (array['DESK', 'DESK', 'DESK', 'BANK', 'ACQUIRER'])[1 + n / 5 % 5] else 'NOBODY' end,
      case when n % 5 = 0 then (array['REQUEST', 'VERIFICATION', 'VERIFICATION', 'BANK', 'VERIFICATION'])[1 + n / 5 % 5] else 'VERIFICATION' end,
      case when n % 5 = 0 then null else 'REFUNDED' end, 'CUSTOMER', 'WEB', 'DUPLICATE_CHARGE', 'CNY', 10000 + n % 100000,
      ${id("4", "n")}, ${id("1", "1 + n % 2000")}, ${id("3", "1 + n % (:cases * 6 / 10)")}, ${id("2", "1 + n % 200")},
      now() - n * interval '1 minute', case when n % 5 = 0 then null else now() end, now() + (n * 7919 % 100000) * interval '1 minute', 'CONFIRMED', repeat('a', 64), 8
    from generate_series(1, :cases) n`);
  await run(`insert into case_event (id, case_id, sequence, kind, from_state, to_state, actor_role, actor_id, at, data, previous_hash, hash)
    select ${id("6", "n * 8 + s")}, ${id("5", "n")}, s, (array['OPEN', 'BEGIN_VERIFICATION', 'SEND_MESSAGE', 'RECORD_MERCHANT_ANSWER', 'RECORD_CHECK', 'ADD_NOTE', 'APPROVE_REFUND', 'SETTLE_REFUND'])[s],
      'VERIFYING', 'VERIFYING', 'SUPPORT_AGENT', ${id("2", "1 + n % 200")}, now() - n * interval '1 minute' + s * interval '1 second',
      '{"check": "PROOF_PRESENT", "outcome": "PASSED"}', repeat('a', 64), repeat('b', 64)
    from generate_series(1, :cases) n, generate_series(1, 8) s`);
  await run(`insert into refund (id, case_id, transaction_id, kind, mode, state, currency, amount_minor, provider, instruction_key, holds_money, created_at)
    select ${id("7", "n")}, ${id("5", "n")}, ${id("4", "n")}, 'SALE_REFUND', 'FULL', 'SETTLED', 'CNY', 1000, 'simulated-acquirer', ${id("8", "n")}, false, now()
    from generate_series(1, :cases) n where n % 9 < 4`);
  await run(`insert into case_clock (id, case_id, rule, rule_version, state, started_at, due_at, due_at_given, paused_ms)
    select ${id("9", "n")}, ${id("5", "n")}, 'decide-request', 1, 'RUNNING', now() - interval '1 day', now() + (n * 7919 % 100000) * interval '1 minute', true, 0
    from generate_series(1, :cases) n where n % 5 = 0`);
  await run("vacuum analyze");
}

/** A UUID of version 7's form made of a kind and a number, so that rows can name each other without a look-up. */
function id(kind: string, number: string): string {
  return `('0000000${kind}-0000-7000-8000-' || lpad(to_hex(${number}), 12, '0'))::uuid`;
}
