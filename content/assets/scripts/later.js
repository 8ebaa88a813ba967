/* "Not now": a follow-up put off until a day of one's choice. The tray keeps it and makes its line.

   <p data-later-back="Vuelve el {date}" hidden></p> <button type="button" data-later aria-pressed="false">Ahora no</button>
   <dialog data-put-off data-holidays="2026-12-08 2026-12-25">     one on the page
     <h2 …>…</h2><p data-put-off-what hidden></p>
     <p data-put-off-also="Con la misma línea se aplaza también: {what}." hidden></p>
     <form method="dialog"><button value="tomorrow" data-tomorrow="Mañana" data-workday="El próximo día laborable"><span>…</span><small></small></button>
       <button value="week">…</button> <button value="month">…</button>    likewise; the <small> gets the day
       <button value="">…</button></form>                                  closes it and changes nothing
   Every day it offers is a day of work. */
(() => {
  "use strict";
  const { all, onPage, days, task } = tertulia;

  onPage("dialog[data-put-off]", dialog => {
    const region = document.querySelector(".tt-backlog");
    const holidays = dialog.dataset.holidays.split(" ");
    let item = null;

    const choices = () => {
      const today = days.today();
      const next = days.add(today, 1);
      const week = days.add(today, days.toMonday());
      return { next, tomorrow: days.workday(next, holidays), week: days.workday(week, holidays),
        month: days.workday(days.nextMonth(today), holidays) };
    };

    const offer = () => {
      const { next, ...offered } = choices();
      for (const button of all("button[value]:not([value=''])", dialog)) {
        const day = offered[button.value];
        const { tomorrow, workday } = button.dataset;
        button.dataset.day = day;
        if (tomorrow) button.querySelector("span").textContent = day === next ? tomorrow : workday;
        button.querySelector("small").textContent = days.words(day);
        // On a Friday the next day of work is next week's first.
        button.hidden = button.value === "week" && day === offered.tomorrow;
      }
    };

    /** What else is left alone by the same line: it names a rule and not one of the things the rule found. */
    const company = () => {
      const [file, rules] = [task.file(item), task.rules(item)];
      return all(".tt-task", region).filter(other => other !== item && task.file(other) === file
        && task.rules(other).some(rule => rules.includes(rule)));
    };

    region.addEventListener("click", event => {
      const button = event.target.closest("[data-later]");
      if (!button) return;
      item = button.closest(".tt-task");
      if (button.getAttribute("aria-pressed") === "true") {
        item.dispatchEvent(new CustomEvent("tertulia:put-off", { bubbles: true }));
        return;
      }
      offer();
      const what = dialog.querySelector("[data-put-off-what]");
      what.textContent = task.title(item);
      what.hidden = false;
      const also = dialog.querySelector("[data-put-off-also]");
      const others = company().map(task.title).join("; ");
      also.textContent = others && tertulia.say(also.dataset.putOffAlso, { what: others });
      also.hidden = !others;
      dialog.returnValue = "";
      dialog.showModal();
    });

    dialog.addEventListener("close", () => {
      const day = all("button[value]", dialog).find(button => dialog.returnValue && button.value === dialog.returnValue)?.dataset.day;
      if (day) item.dispatchEvent(new CustomEvent("tertulia:put-off", { bubbles: true, detail: day }));
    });
  });

  // The tray says of every follow-up whether it is put off, and until when.
  document.addEventListener("tertulia:later", ({ target, detail: back }) => {
    const [button, note] = ["[data-later]", "[data-later-back]"].map(part => target.querySelector(part));
    button.setAttribute("aria-pressed", Boolean(back));
    target.classList.toggle("is-later", Boolean(back));
    note.hidden = !back;
    note.textContent = back ? tertulia.say(note.dataset.laterBack, { date: days.words(back) }) : "";
  });
})();
