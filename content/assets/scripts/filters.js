/* Filters that live in the address: #kind=thanks&closeness=active. A link from another page can so open a filtered list.

   <form class="tt-filter" data-filter="#backlog" hidden aria-label="…">     data-filter: the region; .tt-backlog if not given
     <input type="radio" name="kind" value=""> …                             each name is a data-* of the items; "" lets all pass
     <input type="search" name="words">                                      optional: words that [data-words] of the item holds, or
                                                                             what a follow-up says above its panel
     <p role="status" data-filter-count data-some="{n} de {all}"></p>
   </form>
   <div id="backlog"> <section class="tt-group"> <h2>… <span class="tt-count">2</span></h2>
     <li data-kind="thanks" data-closeness="close">                          several values: separated by spaces
     <p data-filter-empty hidden>… <button data-clear>…</button></p> </div>
   A .tt-group with nothing left in it is hidden; its .tt-count says how many are left. */
(() => {
  "use strict";
  const { all, onPage, say } = tertulia;
  const AT_REST = 300;

  const folded = text => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

  onPage("form.tt-filter", form => {
    const region = document.querySelector(form.dataset.filter || ".tt-backlog");
    if (!region) return;
    const names = [...new Set(all("input[type=radio]", form).map(radio => radio.name))];
    const search = form.querySelector("input[type=search]");
    const items = all(names.map(name => `[data-${name}]`).join(), region);
    const note = form.querySelector("[data-filter-count]");
    const empty = region.querySelector("[data-filter-empty]");
    const said = new WeakMap();
    let timer = 0;

    const wordsOf = item => {
      if (!said.has(item)) said.set(item, folded(all("[data-words], :scope.tt-task > div", item).map(part => part.textContent).join(" ")));
      return said.get(item);
    };

    const passes = (item, chosen, words) => words.every(word => wordsOf(item).includes(word)) && names.every(name => {
      const wanted = chosen.get(name);
      return !wanted || (item.dataset[name] || "").split(" ").includes(wanted);
    });

    const apply = () => {
      const chosen = new FormData(form);
      const words = folded(search?.value || "").split(/\s+/).filter(Boolean);
      const left = new Map();
      for (const item of items) {
        item.hidden = !passes(item, chosen, words);
        const group = item.closest(".tt-group");
        left.set(group, (left.get(group) || 0) + !item.hidden);
      }
      for (const group of all(".tt-group", region)) {
        const shown = group.querySelector(".tt-count");
        if (shown) shown.textContent = left.get(group) || 0;
        group.hidden = !left.get(group);
      }
      const n = items.filter(item => !item.hidden).length;
      const filtered = words.length || names.some(name => chosen.get(name));
      if (note) note.textContent = filtered ? say(note.dataset.some, { n, all: items.length }) : "";
      if (empty) empty.hidden = n > 0;
    };

    const fromAddress = () => {
      if (!form.isConnected) return;
      const asked = new URLSearchParams(location.hash.slice(1));
      for (const name of names) {
        const radios = all(`[name="${name}"]`, form);
        const radio = radios.find(one => one.value === (asked.get(name) || "")) || radios[0];
        radio.checked = true;
      }
      if (search) search.value = asked.get(search.name) || "";
      apply();
    };

    const toAddress = () => {
      clearTimeout(timer);
      const chosen = new URLSearchParams([...new FormData(form)].filter(([, value]) => value)).toString();
      history.replaceState(history.state, "", location.pathname + location.search + (chosen && "#" + chosen));
    };

    form.addEventListener("input", () => {
      apply();
      // Browsers let an address be changed only so often: it waits until the typing rests.
      clearTimeout(timer);
      timer = setTimeout(toAddress, AT_REST);
    });
    form.addEventListener("change", toAddress);
    form.addEventListener("submit", event => event.preventDefault());
    region.querySelector("[data-clear]")?.addEventListener("click", () => {
      form.reset();
      toAddress();
      apply();
      form.querySelector("input:checked")?.focus();
    });
    region.addEventListener("tertulia:moved", apply);
    addEventListener("hashchange", fromAddress);
    form.hidden = false;
    fromAddress();
  });
})();
