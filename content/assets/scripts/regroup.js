/* Follow-ups read later than they were made stand in the group of the reader's day, by the day each one is due.

   <div data-regroup="2026-11-23" data-late="desde el {date}" data-today="hoy, {date}" data-soon="{date}">
     <section class="tt-group" data-group="late">…<ul class="tt-tasks">     also today, week, later; hidden while empty
       <li class="tt-task"> … <pre>- 2026-11-23 ana-ruiz message: …</pre>   the line of the inbox says the day it is copied
         <time datetime="2026-11-24">era el <b>mar 24</b></time>            what says no more than the day has no <b>
   The region hears `tertulia:moved` afterwards. A reader whose day has not come yet sees the day of the edition. */
(() => {
  "use strict";
  const { all, onPage, daysTo, everyDay, days } = tertulia;
  const GROUPS = ["late", "today", "week", "later"];

  const groupOf = due => {
    const left = daysTo(due);
    if (left < 0) return "late";
    if (left === 0) return "today";
    return left < days.toMonday() ? "week" : "later";
  };

  const dueOf = item => item.querySelector("dl time");

  const tell = (due, phrase) => {
    const day = document.createElement("b");
    day.textContent = (due.querySelector("b") || due).textContent;
    const [before, after] = phrase.split("{date}");
    due.replaceChildren(...(before || after ? [before, day, after] : [day.textContent]));
  };

  onPage("[data-regroup]", region => {
    const lists = new Map(GROUPS.map(name => [name, region.querySelector(`[data-group="${name}"] ul`)]));

    everyDay(() => {
      if (daysTo(region.dataset.regroup) >= 0) return;
      // Group by group from the earliest: what comes later is put behind, so that every list keeps its order.
      for (const [name, list] of lists) {
        for (const item of [...list.children].filter(dueOf)) {
          const group = groupOf(dueOf(item).dateTime);
          if (group !== name) lists.get(group).append(item);
          tell(dueOf(item), region.dataset[group] || region.dataset.soon);
        }
      }
      for (const line of all(".tt-task pre", region)) line.textContent = days.dated(line.textContent, days.today());
      region.dispatchEvent(new Event("tertulia:moved"));
    });
  });
})();
