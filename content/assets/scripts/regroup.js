/* Follow-ups read later than they were made stand in the group of the reader's day, by the day each one is due.

   <div data-regroup="2026-11-23" data-late="desde el {date}" data-today="hoy, {date}" data-soon="{date}">
     <section class="tt-group" data-group="late">…<ul class="tt-tasks">     also today, week, later; hidden while empty
       <li data-due="2026-11-24" data-date="mar 24">                        no data-due: it stays; no data-date: so do its words
         <time class="tt-due tt-due--soon">…</time>
         <pre data-dated>- 2026-11-23 ana-ruiz message: …</pre>             the line of the inbox says the day it is copied
   The region hears `tertulia:moved` afterwards. A reader whose day has not come yet sees the day of the edition. */
(() => {
  "use strict";
  const { all, onPage, daysTo, everyDay, say, days } = tertulia;
  const STATES = { late: "late", today: "now", week: "soon", later: "soon" };

  const groupOf = due => {
    const left = daysTo(due);
    if (left < 0) return "late";
    if (left === 0) return "today";
    return left < days.toMonday() ? "week" : "later";
  };

  const tell = (item, group, words) => {
    const due = item.querySelector("time.tt-due");
    if (!due || !item.dataset.date) return;
    due.className = `tt-due tt-due--${STATES[group]}`;
    due.textContent = say(words[group] || words.soon, { date: item.dataset.date });
  };

  onPage("[data-regroup]", region => {
    const lists = new Map(all("[data-group]", region).map(group => [group.dataset.group, group.querySelector("ul")]));

    everyDay(() => {
      if (daysTo(region.dataset.regroup) >= 0) return;
      // Group by group from the earliest: what comes later is put behind, so that every list keeps its order.
      for (const [name, list] of lists) {
        for (const item of [...list.children].filter(one => one.dataset.due)) {
          const group = groupOf(item.dataset.due);
          if (group !== name) lists.get(group).append(item);
          tell(item, group, region.dataset);
        }
      }
      for (const line of all("[data-dated]", region)) line.textContent = days.dated(line.textContent, days.today());
      region.dispatchEvent(new Event("tertulia:moved"));
    });
  });
})();
