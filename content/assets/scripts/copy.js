/* Copy buttons. They are hidden in the page, and shown here, because without JavaScript they could do nothing.

   <button type="button" data-copy="#id" data-copied="Copiado" data-by-hand="Pulsa Ctrl+C" hidden>…<span>Copiar</span></button>
   The last <span> holds the label. A <pre> is copied as it is written, anything else as it is seen. */
(() => {
  "use strict";
  const SHOWN_FOR = 1800;

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

  tertulia.onPage("[data-copy]", button => {
    const source = tertulia.named(button.dataset.copy.replace("#", ""));
    const label = tertulia.all("span", button).pop();
    if (!source || !label) return;
    const name = label.textContent;
    let timer = 0;
    label.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      label.textContent = await copy(source) ? button.dataset.copied : button.dataset.byHand;
      clearTimeout(timer);
      timer = setTimeout(() => { label.textContent = name; }, SHOWN_FOR);
    });
  });
})();
