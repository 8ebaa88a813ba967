/* A page read later than it was made says so, and its countdowns stay true.

   <time datetime="…" data-edition="2026-11-23">…</time>           the day of the edition; once, in the footer
   <span data-age data-one=" · tiene {n} día: …" data-many=" · tiene {n} días: …" hidden></span>
   <p data-fresh>…</p>                                             what is only true on the day of the edition
   <span data-countdown="2026-11-26" data-today="hoy" data-tomorrow="mañana" data-one="dentro de {n} día"
         data-many="dentro de {n} días" data-past="ya pasó">dentro de 3 días</span>
   Without JavaScript the words that were written on the day of the edition stay. */
(() => {
  "use strict";
  const { onPage, daysTo, everyDay, count } = tertulia;

  const age = () => {
    const edition = document.querySelector("[data-edition]");
    return edition ? Math.max(0, -daysTo(edition.dataset.edition)) : 0;
  };

  onPage("[data-age]", note => everyDay(() => {
    note.hidden = !age();
    note.textContent = age() ? count(note, age()) : "";
  }));

  onPage("[data-fresh]", words => everyDay(() => { words.hidden = age() > 0; }));

  onPage("[data-countdown]", countdown => everyDay(() => {
    const left = daysTo(countdown.dataset.countdown);
    const { today, tomorrow, past } = countdown.dataset;
    if (Number.isNaN(left)) return;
    countdown.textContent = left < 0 ? past : left === 0 ? today : left === 1 && tomorrow ? tomorrow : count(countdown, left);
  }));
})();
