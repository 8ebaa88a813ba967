/* What this browser remembers: `tertulia.store`. Ids of ticked things, under keys that start with `tertulia.`.

   Nothing leaves the browser. Where storage is refused (private windows, strict settings), ticks last until you leave. */
tertulia.store = (() => {
  "use strict";
  const PREFIX = "tertulia.";

  const read = key => {
    try {
      const kept = JSON.parse(localStorage.getItem(PREFIX + key));
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  };

  /** Keeps these ids under the key; an empty list leaves nothing behind. */
  const keep = (key, ids) => {
    try {
      if (ids.length) localStorage.setItem(PREFIX + key, JSON.stringify(ids));
      else localStorage.removeItem(PREFIX + key);
    } catch { /* refused: see above */ }
  };

  /** The ids kept under the key that the page still has; the others are forgotten. */
  const recall = (key, present) => {
    const kept = read(key);
    const still = kept.filter(id => present.includes(id));
    if (still.length < kept.length) keep(key, still);
    return still;
  };

  return { keep, recall };
})();
