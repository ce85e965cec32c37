import { Migration } from "@mikro-orm/migrations";

/**
 * What a year's paper says of a day stays beside what the day was corrected to. Of days that were corrected before, the
 * paper's word is lost: what they are now counts as it.
 */
export class PaperDays extends Migration {
  override up(): void {
    this.addSql(/* sql */ `
      alter table calendar_day add column paper_working boolean null, add column paper_name text null,
        add column paper_name_zh text null;
      alter table calendar_day add constraint calendar_day_paper_check
        check ((paper_working is null) = (paper_name is null) and (paper_name is null) = (paper_name_zh is null));
      update calendar_day set paper_working = working, paper_name = name, paper_name_zh = name_zh
        where exists (select from calendar_year y
          where y.calendar_id = calendar_day.calendar_id and y.year = left(calendar_day.day, 4)::int);
`);
  }
}
