/* A page read later than it was made says so, and its countdowns stay true.

   <time datetime="…" data-edition="2026-11-23">…</time>           the day of the edition; once, in the footer
   <span data-age data-one=" · tiene {n} día: …" data-many=" · tiene {n} días: …" hidden></span>
   <span data-countdown="2026-11-26" data-today="hoy" data-tomorrow="mañana" data-one="dentro de {n} día"
         data-many="dentro de {n} días" data-past="ya pasó">dentro de 3 días</span>
   Without JavaScript the words that were written on the day of the edition stay. */
(() => {
  "use strict";
  const { onPage, daysTo, count } = tertulia;

  /** Draws now, and again whenever a page left open is looked at anew, perhaps on another day. */
  const always = draw => {
    draw();
    document.addEventListener("visibilitychange", () => { if (!document.hidden) draw(); });
  };

  onPage("[data-age]", age => always(() => {
    const edition = document.querySelector("[data-edition]");
    const old = edition ? -daysTo(edition.dataset.edition) : 0;
    age.hidden = !(old > 0);
    age.textContent = old > 0 ? count(age, old) : "";
  }));

  onPage("[data-countdown]", countdown => always(() => {
    const left = daysTo(countdown.dataset.countdown);
    const { today, tomorrow, past } = countdown.dataset;
    if (Number.isNaN(left)) return;
    countdown.textContent = left < 0 ? past : left === 0 ? today : left === 1 && tomorrow ? tomorrow : count(countdown, left);
  }));
})();
