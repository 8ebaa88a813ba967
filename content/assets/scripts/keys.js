/* Follow-ups with the keyboard, and single keys switched off for those who speak to their computer (WCAG 2.1.4).

   <button type="button" data-keys-open hidden>…</button>
   <dialog data-keys> … <input type="checkbox" data-keys-on> … <form method="dialog"><button>…</button></form></dialog>
   j, k: the next one, the one before · x: ticks it · c: copies its draft · /: the search of the list · ?: what the keys do.
   Never while something is typed, nor together with Ctrl, Alt or Meta. Switched off under the key `keys`, the theme's own
   single keys rest, too, on every page. */
(() => {
  "use strict";
  const { all, onPage, store, task } = tertulia;
  const OFF = "off";
  const isOff = () => store.read("keys").includes(OFF);

  const TYPED_INTO = "input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]";
  const typing = target => target instanceof Element && Boolean(target.closest(TYPED_INTO));

  const shown = () => all(".tt-backlog .tt-task").filter(item => !item.hidden && !item.closest(".tt-group").hidden);
  const current = () => document.activeElement?.closest(".tt-task");

  const move = step => {
    const items = shown();
    const here = items.indexOf(current());
    const item = items[here < 0 ? 0 : Math.min(items.length - 1, Math.max(0, here + step))];
    if (!item) return false;
    item.tabIndex = -1;
    item.focus();
    return true;
  };

  const click = element => {
    element?.click();
    return Boolean(element);
  };

  const copyDraft = () => {
    const item = current();
    if (!item?.querySelector(".tt-draft")) return false;
    // Open, so that one sees what is copied; what is folded away has no lines of its own.
    task.open(item);
    return click(item.querySelector(".tt-draft [data-copy]"));
  };

  const search = () => {
    const field = document.querySelector("form.tt-filter:not([hidden]) input[type=search]");
    field?.focus();
    return Boolean(field);
  };

  const help = () => {
    const dialog = document.querySelector("dialog[data-keys]");
    if (!dialog) return false;
    dialog.querySelector("[data-keys-on]").checked = !isOff();
    dialog.showModal();
    return true;
  };

  const KEYS = {
    j: () => move(1), k: () => move(-1), x: () => click(current()?.querySelector("[data-done]")), c: copyDraft,
    "/": search, "?": help,
  };

  // Before the theme hears of it: it listens in the window, too.
  addEventListener("keydown", event => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key.length !== 1 || event.key === " " || typing(event.target)) return;
    if (document.querySelector("dialog[open]")) return;
    if (isOff()) event.stopPropagation();
    else if (KEYS[event.key]?.()) {
      event.preventDefault();
      event.stopPropagation();
    }
  }, true);

  onPage("[data-keys-open]", button => {
    button.hidden = false;
    button.addEventListener("click", help);
  });

  onPage("[data-keys-on]", box => box.addEventListener("change", () => store.keep("keys", box.checked ? [] : [OFF])));
})();
