import type pg from "pg";

/** How many cases are read in turn; each is open and has a whole story. */
export const readCases = 24;

/** What a case page shows beside what every case of a filled desk has: words, checks, files, notices, tries. */
export async function fillStories(client: pg.Client): Promise<readonly string[]> {
  const run = (text: string) => client.query(text);
  await run(
    `create temporary table told as select id, number from cases where closed_at is null order by number limit ${readCases}`,
  );
  await run(`insert into case_message (id, event_id, case_id, thread, body, salt)
    select gen_random_uuid(), e.id, e.case_id, case e.sequence % 3 when 0 then 'CUSTOMER' when 1 then 'MERCHANT' else 'INTERNAL' end,
      repeat('The till printed the slip twice and the customer was charged twice. ', 3), 'salt'
    from case_event e join told on told.id = e.case_id where e.sequence in (3, 4, 6, 8)`);
  await run(`insert into case_check (case_id, kind, outcome, automatic, basis, "at")
    select told.id, kind, 'PASSED', false, 'seen', now() from told, unnest(array['PROOF_PRESENT', 'IDENTITY_CONFIRMED']) kind`);
  await run(`insert into evidence (id, case_id, kind, file_name, media_type, bytes, sha256, uploaded_by_role, linked_at, created_at)
    select gen_random_uuid(), told.id, 'RECEIPT', 'slip-' || n || '.png', 'image/png', 120000, md5(told.number || n), 'CUSTOMER', now(), now()
    from told, generate_series(1, 2) n`);
  await run(`insert into notice (id, kind, audience, channel, case_id, locale, fields, state, attempts, created_at, ended_at)
    select gen_random_uuid(), kind, 'CUSTOMER', 'EMAIL', told.id, 'zh-CN',
      json_build_object('caseNumber', told.number, 'amount', json_build_object('minor', '10000', 'currency', 'CNY')), 'DELIVERED', 1, now(), now()
    from told, unnest(array['REQUEST_RECEIVED', 'INFORMATION_NEEDED', 'REFUND_APPROVED']) kind`);
  await run(`insert into refund_attempt (id, refund_id, "at", instruction_key, operation, answer, code)
    select gen_random_uuid(), r.id, now(), r.instruction_key, 'SUBMIT', 'ACCEPTED', '00' from refund r join told on told.id = r.case_id`);
  await run("analyze case_message, case_check, evidence, notice, refund_attempt");
  const { rows } = await client.query<{ number: string }>("select number from told order by number");
  return rows.map(({ number }) => number);
}
