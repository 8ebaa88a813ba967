/* Days as they are counted and named: `tertulia.days`. A day is its ISO text, `2026-11-23`. */
tertulia.days = (() => {
  "use strict";
  const two = n => String(n).padStart(2, "0");
  const iso = at => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  // At noon, so that no hour that is skipped or comes twice makes it another day.
  const at = day => new Date(`${day}T12:00`);

  /** The reader's day. */
  const today = () => iso(new Date());

  /** The day that comes so many days after. */
  const add = (day, n) => {
    const then = at(day);
    then.setDate(then.getDate() + n);
    return iso(then);
  };

  /** From how many days on it is next week: 7 on a Monday, 1 on a Sunday. */
  const toMonday = (day = today()) => (8 - at(day).getDay()) % 7 || 7;

  /** The first of the month that follows. */
  const nextMonth = day => {
    const first = at(`${day.slice(0, 8)}01`);
    first.setMonth(first.getMonth() + 1);
    return iso(first);
  };

  /** The first day from this one on that is neither at the weekend nor one of the holidays. */
  const workday = (day, holidays) => (at(day).getDay() % 6 && !holidays.includes(day) ? day : workday(add(day, 1), holidays));

  /** A line of the inbox as it is written on that day. */
  const dated = (line, day) => line.replace(/^- \d{4}-\d{2}-\d{2}/, `- ${day}`);

  /** The day in words of the page's language. */
  const words = day =>
    at(day).toLocaleDateString(document.documentElement.lang, { weekday: "short", day: "numeric", month: "short" });

  return { today, add, toMonday, nextMonth, workday, dated, words };
})();
