import type pg from "pg";

export const matrixSize = { people: 500, courses: 60 } as const;

/** Whoever and whatever was there is left out of the matrix, so that it has the size that is measured. */
export async function fillTraining(client: pg.Client): Promise<void> {
  const { people, courses } = matrixSize;
  await client.query("delete from training_rule");
  await client.query("delete from training_record");
  await client.query("alter table course_version disable trigger course_version_published");
  await client.query("delete from course_version");
  await client.query("alter table course_version enable trigger course_version_published");
  await client.query("delete from course");
  await client.query("update staff set role = 'SUPERVISOR' where id = (select staff_id from api_key limit 1)");
  await client.query(
    `insert into staff (id, email, name, role, active, created_at)
     select gen_random_uuid(), 'learner' || n || '@bench.test', 'Learner ' || n, 'TRAINER', true, now() from generate_series(1, $1) n`,
    [people],
  );
  await client.query(
    `insert into course (id, code, least_people, created_at)
     select gen_random_uuid(), 'course-' || n, 2, now() from generate_series(1, $1) n`,
    [courses],
  );
  await client.query(
    `insert into course_version (id, course_id, number, state, content, content_hash, created_at, published_at)
     select gen_random_uuid(), id, 1, 'PUBLISHED',
       jsonb_build_object('title', jsonb_build_object('zh', code, 'en', code), 'summary', jsonb_build_object('zh', '', 'en', ''),
         'sections', '[]'::jsonb, 'questions', '[]'::jsonb), code, now(), now() from course`,
  );
  // Three of four hold it, some for not much longer; some are assigned; the rest is a gap.
  await client.query(
    `insert into training_record (id, staff_id, course_id, course_version_id, state, open, cause, assigned_at, valid_from, valid_until, due_on)
     select gen_random_uuid(), s.id, v.course_id, v.id, case when kind < 8 then 'PASSED' else 'ASSIGNED' end, kind >= 8, 'HAND', now(),
       case when kind < 8 then current_date - 300 end, case when kind < 8 then current_date + (kind * 40 - 20) end,
       case when kind >= 8 then current_date + 3 end
     from staff s cross join course_version v
     cross join lateral (select (hashtext(s.id::text || v.id::text) & 1023) % 10 as kind) k
     where s.email like 'learner%' and kind < 9`,
  );
  await client.query(
    `insert into training_rule (id, course_id, kind, role, due_in_days, created_at)
     select gen_random_uuid(), id, 'ROLE', 'TRAINER', 14, now() from course`,
  );
  await client.query("analyze");
}
