/* Copy buttons. They are hidden in the page, and shown here, because without JavaScript they could do nothing.

   <button type="button" data-copy="#id" data-copied="Copiado" data-by-hand="Pulsa Ctrl+C" hidden>…<span>Copiar</span></button>
   The last <span> holds the label. A <pre> is copied as it is written, anything else as it is seen. */
(() => {
  "use strict";
  const { all, onPage, named } = tertulia;
  const SHOWN_FOR = 1800;
  const timers = new WeakMap();

  const text = source => (source.matches("pre") ? source.textContent : source.innerText).trimEnd();

  /** Copies the text; says whether it could. Outside https there is no clipboard, so it selects and asks the browser. */
  const copy = async source => {
    try {
      await navigator.clipboard.writeText(text(source));
      return true;
    } catch {
      getSelection().selectAllChildren(source);
      return document.execCommand("copy");
    }
  };

  onPage("[data-copy]", button => { button.hidden = !named(button.dataset.copy.replace("#", "")); });

  // One listener for all of them: a long list has a thousand.
  document.addEventListener("click", async event => {
    const button = event.target.closest("[data-copy]");
    const source = button && named(button.dataset.copy.replace("#", ""));
    const label = button && all("span", button).pop();
    if (!source || !label) return;
    label.setAttribute("aria-live", "polite");
    button.dataset.name ??= label.textContent;
    label.textContent = await copy(source) ? button.dataset.copied : button.dataset.byHand;
    clearTimeout(timers.get(button));
    timers.set(button, setTimeout(() => { label.textContent = button.dataset.name; }, SHOWN_FOR));
  });
})();
