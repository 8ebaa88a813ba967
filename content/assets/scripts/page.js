/* The one global name, `tertulia`: when a page is there, what day it is, how to fill a phrase in.

   Scripts hold no language: every word comes from a data-* attribute of the page. In such a phrase `{n}` is the number;
   `data-one` is said for 1, `data-many` for any other number.
   Load this file first. The others each do one thing, and nothing at all where their markup is absent. */
window.tertulia = (() => {
  "use strict";

  /** The elements that match inside the root, as an array. */
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];

  /** Runs start(element) once for each element that matches, on this page and on every later one of instant navigation. */
  const onPage = (selector, start) => {
    const seen = new WeakSet();
    const look = () => {
      for (const element of all(selector)) {
        if (!seen.has(element)) {
          seen.add(element);
          start(element);
        }
      }
    };
    // Under file:// the theme may never announce a page through document$, so this does not wait for it.
    if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", look);
    else look();
    if (typeof document$ !== "undefined") document$.subscribe(look);
  };

  /** The element with that id. Material gives the <pre> around a <code> the name `__code_` before its own id. */
  const named = id => document.getElementById(id) || document.getElementById(`__code_${id}`);

  /** Calendar days from today, in the reader's time zone, to an ISO day: 0 today, 1 tomorrow, -1 yesterday. */
  const daysTo = iso => {
    const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
    const now = new Date();
    // Both days are counted in UTC, where every day has 24 hours.
    return (Date.UTC(year, month - 1, day) - Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())) / 864e5;
  };

  /** Draws now, and again when it may be another day: at midnight, and when a page left open is looked at anew. */
  const everyDay = draw => {
    let timer = 0;
    const look = () => {
      draw();
      const now = new Date();
      clearTimeout(timer);
      // The next day's first moment by the reader's clock, whether this day has 23, 24 or 25 hours.
      timer = setTimeout(look, new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1) - now);
    };
    look();
    document.addEventListener("visibilitychange", () => { if (!document.hidden) look(); });
    addEventListener("pageshow", event => { if (event.persisted) look(); });
  };

  /** A phrase with its {names} filled in. */
  const say = (phrase, facts) => (phrase || "").replace(/\{(\w+)\}/g, (hole, name) => facts[name] ?? hole);

  /** The phrase of the element for that many: its data-one or its data-many. */
  const count = (element, n) => say(n === 1 ? element.dataset.one : element.dataset.many, { n });

  return { all, onPage, named, daysTo, everyDay, say, count };
})();
