/* The text of a letter goes into the link that opens it when somebody is about to follow that link: it stands on the
   page once, and without JavaScript the link opens an empty message to the right address.

   <section class="tt-draft"> <div>…</div>                              or <details> <div class="tt-draft__p">…</div>
     <p><a href="mailto:ana@…?subject=…" data-letter="body">…</a></p>   "body" of a mail, "text" of a message */
(() => {
  "use strict";

  const fill = ({ target }) => {
    const link = target instanceof Element && target.closest("a[data-letter]");
    const words = link && link.closest(".tt-draft, details").querySelector(":scope > div");
    if (!words) return;
    const { letter } = link.dataset;
    const text = words.innerText.trim();
    // What is far from the screen has no lines yet; it has them when the link is followed.
    if (!text) return;
    // Lines of a mail end as RFC 6068 has it.
    const said = encodeURIComponent(letter === "body" ? text.replace(/\n/g, "\r\n") : text);
    link.dataset.plain ??= link.href;
    link.href = `${link.dataset.plain}${link.dataset.plain.includes("?") ? "&" : "?"}${letter}=${said}`;
  };

  // With a pointer, with the keyboard, and by what only clicks.
  for (const about of ["pointerdown", "focusin", "click"]) document.addEventListener(about, fill, true);
})();
