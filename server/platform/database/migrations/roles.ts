import { Migration } from "@mikro-orm/migrations";

/** What each role may do, as data. The rows are written by `adopt-permissions`, at first and whenever a release brings new rights. */
export class Roles extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
create table role (
  name text not null,
  permissions text[] not null,
  version int not null default 1,
  changed_at timestamptz(3) not null,
  primary key (name)
);
create table known_permission (
  name text not null,
  primary key (name)
);
`);
  }
}
