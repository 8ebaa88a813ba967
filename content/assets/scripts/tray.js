/* The tray: ticked follow-ups, and those put off, as lines to paste into data/. Nothing pretends to save.

   <li class="tt-task" id="f-…" data-ignores>                                            task.js says what else is known of it
     <label class="tt-tick"><input type="checkbox" data-done="f-…">…</label>             data-done: a stable id
   <aside class="tt-tray" hidden aria-label="…" data-inbox="data/inbox.yml" data-under="{file}, en ignore" data-reason="ahora no">
     <span role="status"><span data-tray-done data-one="{n} hecho sin anotar" data-many="…"></span>
       <span data-tray-later data-one="{n} para más adelante" data-many="…"></span></span>
     <span role="status" data-tray-files data-one="Uno se anota en su archivo: {files}" data-many="…"></span>
     <pre id="tray-lines" data-tray-lines></pre>                                         a copy button points here
     <button type="button" data-untick>…</button>
   Kept under the keys `done` (id and day of the tick) and `later` (id and day to come back: later.js writes it). Ids that
   are no longer on the page were written down, days to come back pass: both are forgotten. */
(() => {
  "use strict";
  const { all, onPage, named, say, store, days, daysTo, everyDay, task } = tertulia;
  const [DONE, LATER] = ["done", "later"];
  const NAMED = 4;

  /** Says how many, the number in bold; nothing of none. */
  const tell = (element, n) => {
    const [before, after = ""] = (n === 1 ? element.dataset.one : element.dataset.many).split("{n}");
    const number = document.createElement("b");
    number.textContent = n;
    element.replaceChildren(...(n ? [before, number, after] : []));
  };

  /** Lines of `ignore` until the day before each comes back, file by file, as data/ holds them. */
  const silences = (items, tray) => {
    const files = new Map();
    for (const [item, back] of items) {
      const file = task.file(item);
      const head = item.dataset.ignores === undefined ? `# ${file}\nignore:` : `# ${say(tray.dataset.under, { file })}`;
      const entry = rule => `  - {rule: ${rule}, until: ${days.add(back, -1)}, reason: ${tray.dataset.reason}}`;
      files.set(head, [...(files.get(head) || []), ...task.rules(item).map(entry)]);
    }
    return [...files].map(([head, lines]) => [head, ...lines.filter((line, n) => lines.indexOf(line) === n)].join("\n"));
  };

  /** Says how much of what is done has no line to copy, and in which files it is written: the first few of many. */
  const tellFiles = (element, items) => {
    const places = items.map(task.place);
    const files = [...places.slice(0, NAMED), ...(places.length > NAMED ? ["…"] : [])].join(", ");
    element.textContent = items.length ? say(element.dataset[items.length === 1 ? "one" : "many"], { n: items.length, files }) : "";
  };

  onPage(".tt-tray", tray => {
    const region = document.querySelector(".tt-backlog");
    const boxes = all("input[data-done]");
    const ids = boxes.map(box => box.dataset.done);
    const lines = tray.querySelector("[data-tray-lines]");
    const kept = key => new Map(store.recall(key, ids).map(entry => entry.split(" ")));
    const keep = (key, map) => store.keep(key, [...map].map(pair => pair.filter(Boolean).join(" ")));

    const shown = new Map();
    const draw = () => {
      const [done, later] = [kept(DONE), kept(LATER)];
      for (const box of boxes) {
        const id = box.dataset.done;
        const [is, was] = [done.has(id) ? DONE : later.get(id), shown.get(id)];
        if (is === was) continue;
        shown.set(id, is);
        const item = box.closest(".tt-task");
        box.checked = is === DONE;
        item.classList.toggle("is-done", box.checked);
        item.dispatchEvent(new CustomEvent("tertulia:later", { bubbles: true, detail: later.get(id) }));
      }
      tell(tray.querySelector("[data-tray-done]"), done.size);
      tell(tray.querySelector("[data-tray-later]"), later.size);
      tellFiles(tray.querySelector("[data-tray-files]"), [...done.keys()].map(named).filter(item => !task.line(item)));
      const line = ([id, day]) => days.dated(task.line(named(id)), day || days.today());
      const inbox = [...done].map(line).filter(Boolean).join("\n");
      const rest = silences([...later].map(([id, back]) => [named(id), back]), tray);
      const first = inbox && rest.length ? `# ${tray.dataset.inbox}\n${inbox}` : inbox;
      lines.textContent = [first, ...rest].filter(Boolean).join("\n\n");
      tray.querySelector("[data-copy]").hidden = !lines.textContent;
      tray.hidden = !(done.size || later.size);
    };

    const put = (key, id, day) => {
      for (const other of [DONE, LATER]) {
        const map = kept(other);
        map.delete(id);
        if (other === key && day) map.set(id, day);
        keep(other, map);
      }
      draw();
    };

    region.addEventListener("change", event => {
      const box = event.target.closest("input[data-done]");
      if (box) put(DONE, box.dataset.done, box.checked && days.today());
    });
    region.addEventListener("tertulia:put-off", event => put(LATER, event.target.id, event.detail));
    tray.querySelector("[data-untick]").addEventListener("click", () => {
      const first = [...kept(DONE).keys(), ...kept(LATER).keys()][0];
      store.keep(DONE, []);
      store.keep(LATER, []);
      draw();
      boxes.find(box => box.dataset.done === first)?.focus();
    });
    everyDay(() => {
      keep(LATER, new Map([...kept(LATER)].filter(([, back]) => back && daysTo(back) > 0)));
      draw();
    });
  });
})();
