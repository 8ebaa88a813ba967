/* Checklists: ticks kept in this browser, how far along, and a fresh start.

   <div data-ticks="key">                                          key: a stable id of the list (an event's id, a situation's)
     <input type="checkbox" data-tick="item-id">                   a stable id of the item
     <span data-progress data-some="{n} de {all}">10</span>        optional, short
     <div data-progress-card hidden>                               optional: shown here, because without JavaScript it says nothing
       <p data-progress-text data-some="{n} de {all} marcados, …" data-all="Todo listo."></p>
       <progress max="10" value="0" data-progress-bar aria-label="…"></progress>
     <button type="button" data-reset hidden>…</button>            optional; shown when something is ticked
   Kept under the key `ticks.<key>`. One key is one list: ids that the page no longer has are forgotten. */
(() => {
  "use strict";
  const { all, onPage, say, store } = tertulia;

  onPage("[data-ticks]", list => {
    const key = `ticks.${list.dataset.ticks}`;
    const boxes = all("input[data-tick]", list);
    if (!boxes.length) return;
    const [short, card, text, bar, reset] = ["progress", "progress-card", "progress-text", "progress-bar", "reset"]
      .map(part => list.querySelector(`[data-${part}]`));
    const ticked = () => boxes.filter(box => box.checked).map(box => box.dataset.tick);

    const draw = () => {
      const facts = { n: ticked().length, all: boxes.length };
      const ready = facts.n === facts.all;
      if (short) short.textContent = say(short.dataset.some, facts);
      if (text) text.textContent = say(ready ? text.dataset.all : text.dataset.some, facts);
      if (bar) [bar.max, bar.value] = [facts.all, facts.n];
      if (reset) reset.hidden = !facts.n;
      if (card) card.hidden = false;
    };

    const changed = () => {
      store.keep(key, ticked());
      draw();
    };

    const kept = store.recall(key, boxes.map(box => box.dataset.tick));
    for (const box of boxes) {
      box.checked = kept.includes(box.dataset.tick);
      box.addEventListener("change", changed);
    }
    reset?.addEventListener("click", () => {
      for (const box of boxes) box.checked = false;
      changed();
      boxes[0].focus();
    });
    draw();
  });
})();
