import { Migration } from "@mikro-orm/migrations";

/** Lists that were taken away as files: who asked for what, and the files themselves while they are kept. */
export class Exports extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table export_run (
        id uuid not null,
        owner_id uuid not null,
        idempotency_key uuid not null,
        input_hash text not null,
        kind text not null,
        question text not null,
        locale text not null,
        sight text not null,
        state text not null,
        failure text null,
        rows_total int not null,
        rows_written int not null default 0,
        cursor text[] null,
        pieces int not null default 0,
        bytes bigint not null default 0,
        started_at timestamptz(3) not null,
        touched_at timestamptz(3) not null,
        finished_at timestamptz(3) null,
        expires_at timestamptz(3) null,
        downloads int not null default 0,
        last_download_at timestamptz(3) null,
        primary key (id),
        constraint export_run_done check ((state in ('DONE', 'EXPIRED')) = (expires_at is not null))
      );
      alter table export_run add constraint export_run_owner_id_idempotency_key_unique unique (owner_id, idempotency_key);
      alter table export_run add constraint export_run_owner_id_foreign foreign key (owner_id) references staff (id);
      create index export_run_of_owner on export_run (owner_id, started_at desc, id desc);
      create index export_run_unfinished on export_run (touched_at) where state in ('QUEUED', 'RUNNING');
      create index export_run_expires on export_run (expires_at) where state = 'DONE';
      create table export_piece (
        run_id uuid not null,
        ordinal int not null,
        content bytea not null,
        contacts_of text[] not null,
        primary key (run_id, ordinal)
      );
      alter table export_piece add constraint export_piece_run_id_foreign foreign key (run_id) references export_run (id);
    `);
  }
}
