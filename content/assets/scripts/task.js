/* What each follow-up gets from the page's templates, since it does nothing without JavaScript: `tertulia.task`. A long
   list has a thousand of them, and the page holds each tool once.

   <template data-tool="tick"><label class="tt-tick"><input type="checkbox" data-done><span>Ya está: {what}</span></label></template>
     likewise "later" and "back" (later.js), and the buttons that copy: "text" and "line" (copy.js)
   <li class="tt-task" id="f-…" data-file="data/contacts/ana-ruiz.yml" data-rules="missing-thanks promise-due">
     <div><h3>…</h3> … </div> <details>… <section class="tt-draft">… <div>…</div></section> … <pre>…</pre></details>
     <dl>…</dl> <p><a>missing-thanks</a> data/events/congreso.yml:3</p></li>     where it comes from
   That is where it is written down, and the rule and file to silence, unless data-file and data-rules name others. */
tertulia.task = (() => {
  "use strict";
  const { all, onPage, say } = tertulia;
  const title = item => item.querySelector("h3").textContent.trim();
  const line = item => item.querySelector("pre")?.textContent.trim() || "";
  const rule = item => item.querySelector(":scope > p:last-child > a").textContent;
  const place = item => item.querySelector(":scope > p:last-child").textContent.slice(rule(item).length).trim();
  const file = item => item.dataset.file || place(item).replace(/:\d+$/, "");
  const rules = item => (item.dataset.rules || rule(item)).split(" ");

  const tool = name => document.querySelector(`template[data-tool="${name}"]`).content.firstElementChild.cloneNode(true);

  /** A button that copies the source, in the row of buttons that stands behind it, or in a new one. */
  const copied = (source, name, acts) => {
    const button = tool(name);
    button.dataset.copy = `#${source.id}`;
    button.hidden = false;
    acts.prepend(button, " ");
  };

  const row = () => Object.assign(document.createElement("p"), { className: "tt-acts" });

  /** The buttons that copy; they come when the panel is opened. */
  const furnish = item => {
    if (item.querySelector("[data-copy]")) return;
    for (const [n, draft] of all(".tt-draft", item).entries()) {
      const words = draft.querySelector("div");
      words.id = `${item.id}-d${n || ""}`;
      copied(words, "text", draft.querySelector(".tt-acts") || draft.appendChild(row()));
    }
    for (const source of all("pre", item)) {
      const acts = row();
      source.id = `${item.id}-y`;
      source.after(acts);
      copied(source, "line", acts);
    }
  };

  /** Opens its panel, with everything in it. */
  const open = item => {
    furnish(item);
    item.querySelector("details").open = true;
  };

  onPage(".tt-backlog", region => {
    for (const item of all(".tt-task", region)) {
      const tick = tool("tick");
      const box = tick.querySelector("input");
      box.dataset.done = item.id;
      box.nextElementSibling.textContent = say(box.nextElementSibling.textContent, { what: title(item) });
      item.prepend(tick);
      item.querySelector(".tt-more").before(tool("back"), tool("later"));
    }
    // It does not bubble: heard on its way down.
    region.addEventListener("toggle", event => { if (event.target.open) furnish(event.target.closest(".tt-task")); }, true);
  });

  return { title, line, place, file, rules, open };
})();
