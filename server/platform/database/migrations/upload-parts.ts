import { Migration } from "@mikro-orm/migrations";

/** What arrived of a file whose sending was interrupted; it goes with its ticket. */
export class UploadParts extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table evidence_part (
        ticket_hash text not null,
        part_at int not null,
        content bytea not null,
        primary key (ticket_hash, part_at),
        constraint evidence_part_is_something check (length(content) > 0)
      );
      alter table evidence_part add constraint evidence_part_ticket_hash_foreign
        foreign key (ticket_hash) references evidence_ticket (ticket_hash) on delete cascade;
      create index evidence_ticket_expiry on evidence_ticket (expires_at);
    `);
  }
}
