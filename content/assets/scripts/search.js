/* The search's index is fetched when somebody goes to search: by pointer, by keyboard, or with ?q=… in the address.

   The theme fetches it with every page and reads all of it, which for many people is more than all else together.
   Loaded just before the theme's own script, see overrides/main.html. */
(() => {
  "use strict";
  const { open, send } = XMLHttpRequest.prototype;
  const ofIndex = new WeakSet();
  const held = new Set();
  let wanted = false;

  XMLHttpRequest.prototype.open = function (method, address, ...rest) {
    if (String(address).endsWith("/search/search_index.json")) ofIndex.add(this);
    return open.call(this, method, address, ...rest);
  };
  XMLHttpRequest.prototype.send = function (...body) {
    if (wanted || !ofIndex.has(this)) return send.apply(this, body);
    held.add(this);
  };

  const release = ({ target }) => {
    if (wanted || !target.closest?.(".md-search, [for=__search]")) return;
    wanted = true;
    held.forEach(request => send.call(request));
    held.clear();
  };
  for (const sign of ["focusin", "pointerover"]) document.addEventListener(sign, release);
})();
