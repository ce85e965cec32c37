import { Migration } from "@mikro-orm/migrations";

/** Samples of decided cases, what their reviewers said, what came of it; a chain of events for each sample. */
export class AuditSamples extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table audit_sample (
        id uuid not null,
        title text not null,
        kind text not null,
        stratify_by text null,
        seed text not null,
        size int not null,
        from_on date not null,
        to_on date not null,
        as_of timestamptz(3) not null,
        population_size int not null,
        population_hash text not null,
        strata jsonb not null,
        checklist_version int not null,
        drawn_by_id uuid not null,
        drawn_at timestamptz(3) not null,
        chain_head text not null,
        event_count int not null,
        primary key (id),
        constraint audit_sample_drawn_by_id_foreign foreign key (drawn_by_id) references staff (id),
        constraint audit_sample_kind_check check (kind in ('RANDOM', 'STRATIFIED', 'RISK')),
        constraint audit_sample_strata_check check ((kind = 'STRATIFIED') = (stratify_by is not null)),
        constraint audit_sample_days_check check (from_on <= to_on)
      );
      create index audit_sample_newest on audit_sample (drawn_at desc, id desc);

      create table audit_item (
        id uuid not null,
        sample_id uuid not null,
        case_id uuid not null,
        event_id uuid not null,
        position int not null,
        stratum text not null,
        risk int not null,
        version int not null default 1,
        answers jsonb not null,
        machine jsonb null,
        reviewed_by_id uuid null,
        reviewed_at timestamptz(3) null,
        primary key (id),
        constraint audit_item_sample_id_position_unique unique (sample_id, position),
        constraint audit_item_sample_id_case_id_unique unique (sample_id, case_id),
        constraint audit_item_sample_id_foreign foreign key (sample_id) references audit_sample (id),
        constraint audit_item_case_id_foreign foreign key (case_id) references cases (id),
        constraint audit_item_event_id_foreign foreign key (event_id) references case_event (id),
        constraint audit_item_reviewed_by_id_foreign foreign key (reviewed_by_id) references staff (id),
        constraint audit_item_reviewed_check check ((reviewed_by_id is null) = (reviewed_at is null))
      );

      create table audit_finding (
        id uuid not null,
        sample_id uuid not null,
        item_id uuid not null,
        case_id uuid not null,
        version int not null default 1,
        severity text not null,
        what text not null,
        cause text not null,
        correction text not null,
        owner_id uuid not null,
        due_on date not null,
        told_due_on date null,
        state text not null,
        raised_by_id uuid not null,
        raised_at timestamptz(3) not null,
        done_at timestamptz(3) null,
        verified_by_id uuid null,
        verified_at timestamptz(3) null,
        primary key (id),
        constraint audit_finding_sample_id_foreign foreign key (sample_id) references audit_sample (id),
        constraint audit_finding_item_id_foreign foreign key (item_id) references audit_item (id),
        constraint audit_finding_case_id_foreign foreign key (case_id) references cases (id),
        constraint audit_finding_owner_id_foreign foreign key (owner_id) references staff (id),
        constraint audit_finding_raised_by_id_foreign foreign key (raised_by_id) references staff (id),
        constraint audit_finding_verified_by_id_foreign foreign key (verified_by_id) references staff (id),
        constraint audit_finding_severity_check check (severity in ('LOW', 'MEDIUM', 'HIGH', 'CRITICAL')),
        constraint audit_finding_state_check check (state in ('OPEN', 'IN_PROGRESS', 'DONE', 'VERIFIED')),
        constraint audit_finding_verified_check check ((state = 'VERIFIED') = (verified_by_id is not null)),
        constraint audit_finding_two_people_check check (verified_by_id <> owner_id)
      );
      create index audit_finding_due on audit_finding (due_on, id);
      create index audit_finding_owner on audit_finding (owner_id, due_on, id);
      create index audit_finding_item on audit_finding (item_id);
      create index audit_finding_sample on audit_finding (sample_id);

      create table audit_event (
        id uuid not null,
        sample_id uuid not null,
        sequence int not null,
        kind text not null,
        item_id uuid null,
        finding_id uuid null,
        actor_id uuid not null,
        at timestamptz(3) not null,
        data jsonb not null,
        previous_hash text not null,
        hash text not null,
        primary key (id),
        constraint audit_event_sample_id_sequence_unique unique (sample_id, sequence),
        constraint audit_event_sample_id_foreign foreign key (sample_id) references audit_sample (id),
        constraint audit_event_item_id_foreign foreign key (item_id) references audit_item (id),
        constraint audit_event_finding_id_foreign foreign key (finding_id) references audit_finding (id),
        constraint audit_event_actor_id_foreign foreign key (actor_id) references staff (id)
      );
      create index audit_event_finding on audit_event (finding_id, sequence) where finding_id is not null;
      create trigger audit_event_append_only before update or delete on audit_event
        for each row execute function refuse_change();
    `);
  }
}
