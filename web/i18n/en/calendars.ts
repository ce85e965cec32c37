import type { InEnglish } from "../dictionary.ts";
import type { calendarsZhCn } from "../zh-cn/calendars.ts";

export const calendarsEn: InEnglish<typeof calendarsZhCn> = {
  calendars: {
    which: "Calendar",
    year: "{{year}}",
    earlier: "The year before",
    later: "The year after",
    workingDays_one: "{{count}} working day in the year.",
    workingDays_other: "{{count}} working days in the year.",
    until: "Holidays are published until {{day}}.",
    published:
      "The holidays and worked weekends of {{year}} are those that the General Office of the State Council published; they come with the software. What administrators corrected since stands below, under “History”.",
    always: "Nothing has to be published; it holds for any year.",
    notPublished:
      "The holidays of {{year}} are not in this calendar yet. Deadlines that end in it have no date for now, and get one as soon as they are.",
    enteredHere: "The holidays and worked weekends of {{year}} were entered here from their paper; see “History”.",
    paper: {
      missing: "{{year}} is not in this calendar yet; deadlines that end in it have no date until it is.",
      open: "Enter {{year}} from its notice",
      title: "The holidays of {{year}}",
      how: "Copy them from the notice of the General Office of the State Council for {{year}}. Holidays that run together are entered as one. Without a paper, enter nothing: a deadline without a date is said to be so, a guessed one would be a promise.",
      from: "Off from",
      to: "Until",
      madeUp: "Worked weekend {{place}}",
      empty: "Nothing is entered yet.",
      without: "Not entered: {{names}}. Is each of them within another holiday of the notice?",
      notYet_one: "One thing is not right yet.",
      notYet_other: "{{count}} things are not right yet.",
      save: "Enter {{year}}",
    },
    fixed: {
      WEEKDAYS:
        "For places whose holidays are not held here. It serves several countries at once, so single days cannot be corrected.",
      EVERY_DAY: "For deadlines in calendar days. Every day counts, so there is nothing to correct.",
    },
    legend: {
      HOLIDAY: "H holiday",
      MAKE_UP_WORKDAY: "W weekend that is worked",
      WEEKEND: "pale: weekend",
      corrected: "• corrected here",
    },
    mark: { HOLIDAY: "H", MAKE_UP_WORKDAY: "W", WORKDAY: "W" },
    is: { HOLIDAY: "holiday", MAKE_UP_WORKDAY: "worked weekend", WEEKEND: "weekend", WORKDAY: "working day" },
    dayTitle: "{{day}}, {{is}}",
    dayNamed: "{{day}}, {{is}}: {{name}}",
    dayCorrected: "{{title}}, corrected",
    shouldBe: "This day is",
    working: "Worked",
    off: "Off",
    nameZh: "Name in Chinese",
    name: "Name in English",
    reason: "What it rests on",
    reasonHint: "Such as the number of the holiday notice. It is kept in the history.",
    save: "Correct this day",
    withdraw: "Withdraw the correction",
    paperSays: "By the year's paper: {{is}} ({{name}})",
    withdrawHint:
      "The day then goes by the calendar's own source again, or by the paper of a year that was entered. Say what that rests on, too.",
    movesNone: "No running deadline would move.",
    moves_one: "{{count}} running deadline moves later or gets its date, in the same moment as you save.",
    moves_other: "{{count}} running deadlines move later or get their date, in the same moment as you save.",
    keeps_one:
      "{{count}} running deadline would come earlier by the new calendar. A promised date never does: it stays as it is.",
    keeps_other:
      "{{count}} running deadlines would come earlier by the new calendar. Promised dates never do: they stay as they are.",
    waits: "{{year}} is not published. The correction is kept, and counts once it is.",
    shift: "{{title}}: from {{from}} to {{to}}",
    shiftNew: "{{title}}: can now be said, {{to}}",
    more: "Only the first {{count}} are shown.",
    done_one: "Saved. {{count}} deadline moved later or got its date.",
    done_other: "Saved. {{count}} deadlines moved later or got their date.",
    history: "History",
    noHistory: "Nothing has been corrected or entered yet.",
    event: {
      CORRECTED: "{{day}} set to {{is}} ({{name}})",
      WITHDRAWN: "The correction of {{day}} withdrawn",
      PUBLISHED: "{{year}} entered from its paper",
    },
    effect: "Moved later or given a date: {{later}}. Kept as promised: {{kept}}.",
    dateKept: "The calendar was corrected later and would say an earlier day; what was promised stands.",
  },
};
