import { Migration } from "@mikro-orm/migrations";

/** What a verification found, by kind of chain; before, it knew those of the cases only. */
export class AuditChains extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table audit_run_chain (
        run_id uuid not null,
        chain text not null,
        things int not null,
        links int not null,
        fault text null,
        broken_id text null,
        broken_name text null,
        broken_sequence int null,
        broken_row_id uuid null,
        primary key (run_id, chain),
        constraint audit_run_chain_run_id_foreign foreign key (run_id) references audit_run (id),
        constraint audit_run_chain_fault_check check (
          (fault is null) = (broken_id is null) and (fault is null) = (broken_name is null)
          and (fault is null) = (broken_sequence is null)
        )
      );
      insert into audit_run_chain
        (run_id, chain, things, links, fault, broken_id, broken_name, broken_sequence, broken_row_id)
        select run.id, 'CASE', cases, events, fault, coalesce(cases.id::text, broken_case), broken_case, broken_sequence,
          broken_event_id
        from audit_run run left join cases on cases.number = run.broken_case;
      alter table audit_run drop constraint audit_run_result_check;
      alter table audit_run drop column cases, drop column events, drop column fault, drop column broken_case,
        drop column broken_sequence, drop column broken_event_id;
      create trigger audit_run_chain_append_only before update or delete on audit_run_chain
        for each row execute function refuse_change();
    `);
  }
}
