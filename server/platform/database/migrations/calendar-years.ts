import { Migration } from "@mikro-orm/migrations";

/** A year's paper comes in the autumn before it: the desk enters it then, and waits for no release of the software. */
export class CalendarYears extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      create table calendar_year (
        calendar_id text not null,
        year int not null,
        primary key (calendar_id, year)
      );
      alter table calendar_year add constraint calendar_year_calendar_id_foreign
        foreign key (calendar_id) references calendar (id);
`);
  }
}
