/* What this browser remembers: `tertulia.store`. Ids of ticked things, under keys that start with `tertulia.`.

   An id may be followed by a blank and a day, `f-1a2b 2026-11-26`. Nothing leaves the browser. Where storage is refused
   (private windows, strict settings), ticks last until you leave. */
tertulia.store = (() => {
  "use strict";
  const PREFIX = "tertulia.";
  const untilYouLeave = new Map();

  /** Everything kept under the key. */
  const read = key => {
    if (untilYouLeave.has(key)) return untilYouLeave.get(key);
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
    } catch {
      untilYouLeave.set(key, ids);
    }
  };

  /** What is kept under the key of ids that the page still has; the others are forgotten. */
  const recall = (key, present) => {
    const here = new Set(present);
    const kept = read(key);
    const still = kept.filter(id => here.has(String(id).split(" ")[0]));
    if (still.length < kept.length) keep(key, still);
    return still;
  };

  /** Forgets everything, under every key. */
  const forget = () => {
    untilYouLeave.clear();
    try {
      for (const key of Object.keys(localStorage)) if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    } catch { /* refused: see above */ }
  };

  return { read, keep, recall, forget };
})();
