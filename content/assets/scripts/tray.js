/* Ticked follow-ups, kept in this browser and turned into lines to paste into data/inbox.yml. Nothing pretends to save.

   <li class="tt-task" id="f-…">
     <label class="tt-tick" hidden><input type="checkbox" data-done="f-…">…</label>     data-done: a stable id
     <pre id="f-…-y">…</pre>                                                             its inbox line: the id, then "-y"
   <aside class="tt-tray" hidden aria-label="…">                                         one on the page
     <span role="status" data-tray-text data-one="{n} hecho sin anotar" data-many="{n} hechos sin anotar"></span>
     <pre id="tray-lines" data-tray-lines></pre>                                         a copy button points here
     <button type="button" data-untick>…</button>
   Kept under the key `done`. Ids that are no longer on the page were written down: they are forgotten. */
(() => {
  "use strict";
  const { all, onPage, named, store } = tertulia;
  const KEY = "done";

  onPage(".tt-tray", tray => {
    const boxes = all("input[data-done]");
    const text = tray.querySelector("[data-tray-text]");
    const lines = tray.querySelector("[data-tray-lines]");
    const done = () => boxes.filter(box => box.checked);
    const line = box => named(`${box.dataset.done}-y`)?.textContent.trim() || "";

    /** Says how many, the number in bold. */
    const tell = n => {
      const [before, after = ""] = (n === 1 ? text.dataset.one : text.dataset.many).split("{n}");
      const number = document.createElement("b");
      number.textContent = n;
      text.replaceChildren(before, number, after);
    };

    const draw = () => {
      for (const box of boxes) box.closest(".tt-task")?.classList.toggle("is-done", box.checked);
      tell(done().length);
      lines.textContent = done().map(line).filter(Boolean).join("\n");
      tray.hidden = !done().length;
    };

    const changed = () => {
      store.keep(KEY, done().map(box => box.dataset.done));
      draw();
    };

    const kept = store.recall(KEY, boxes.map(box => box.dataset.done));
    for (const box of boxes) {
      box.checked = kept.includes(box.dataset.done);
      box.addEventListener("change", changed);
      box.closest("label").hidden = false;
    }
    tray.querySelector("[data-untick]").addEventListener("click", () => {
      const first = done()[0];
      for (const box of boxes) box.checked = false;
      changed();
      first?.focus();
    });
    draw();
  });
})();
