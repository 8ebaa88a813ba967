/* Small things around the page: the theme's defects, an address that names one follow-up.

   <template id="tt-words" data-search="Buscar"></template>     the name of the search dialog, which the theme leaves out
   <li class="tt-task" id="f-…"> … <details class="tt-more">    an address that ends in #f-… opens its panel */
(() => {
  "use strict";
  const { onPage } = tertulia;

  onPage(".md-search", search => {
    const name = document.getElementById("tt-words")?.dataset.search;
    if (name) search.setAttribute("aria-label", name);
  });

  // On a phone the tabs scroll: show the one you are on, without moving the page.
  onPage(".md-tabs__item--active", tab => {
    const list = tab.closest(".md-tabs__list");
    const [left, start] = [tab, list].map(element => element.getBoundingClientRect().left);
    list.scrollLeft += left - start - (list.clientWidth - tab.offsetWidth) / 2;
  });

  // The theme lets wide tables scroll sideways; with the keyboard one has to be able to get there.
  onPage(".md-typeset__scrollwrap", wide => { wide.tabIndex = 0; });

  const openNamed = () => {
    const panel = document.getElementById(location.hash.slice(1))?.querySelector(":scope.tt-task .tt-more");
    if (panel) panel.open = true;
  };
  onPage(".tt-backlog", openNamed);
  addEventListener("hashchange", openNamed);
})();
