/* The only script that runs before the page is drawn: what is about to change because the page is read on a later day
   stays unseen until the others have changed it, so that nothing jumps.

   <script src="…/early.js" data-day="2026-11-23"></script>         in the head, neither deferred nor asynchronous
   shell.css hides what it means under .tt-old. */
(() => {
  "use strict";
  const [year, month, day] = (document.currentScript.dataset.day || "").split("-").map(Number);
  if (!day || new Date() < new Date(year, month - 1, day + 1)) return;
  const { classList } = document.documentElement;
  classList.add("tt-old");
  // Deferred scripts have run by then, whether they worked or not.
  document.addEventListener("DOMContentLoaded", () => classList.remove("tt-old"));
})();
