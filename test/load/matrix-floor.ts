import { serveFloor } from "./serve-floor.ts";

// What the matrix is measured against: one statement that builds the same answer.
await serveFloor(
  `
with shown as (select id, code, row_number() over (order by code) as place from course),
held as (
  select staff_id, course_id, max(coalesce(valid_until, 'infinity')) as until from training_record
  where state in ('PASSED', 'WAIVED') and valid_from <= current_date group by 1, 2
), needed as (select distinct r.course_id, s.id as staff_id from training_rule r join staff s on s.role = r.role where r.ended_at is null and r.kind <> 'EXPIRY'),
person as (
  select s.id, s.name, s.role,
    string_agg(case when h.until > current_date + $1::int then 'V' when h.until >= current_date then 'L' || (h.until - current_date)
      when a.id is not null then case when a.due_on < current_date then 'O' else 'A' end
      when n.staff_id is null then '-' when h.until is not null then 'X' || (current_date - h.until) else 'M' end, ',' order by c.place) as cells
  from staff s cross join shown c
  left join held h on h.staff_id = s.id and h.course_id = c.id
  left join training_record a on a.staff_id = s.id and a.course_id = c.id and a.open
  left join needed n on n.staff_id = s.id and n.course_id = c.id
  where s.active and s.email like 'learner%' group by s.id
)
select json_build_object('columns', (select json_agg(json_build_object('id', id, 'code', code) order by place) from shown),
  'rows', (select json_agg(json_build_object('staff', json_build_object('id', id, 'name', name, 'role', role), 'cells', cells) order by name) from person))::text as body`,
  () => [90],
);
