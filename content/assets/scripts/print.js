/* Print buttons, on a paper of one's choice.

   <button type="button" data-print="a5" hidden>…</button>     a4, a5, or nothing: what the printer has
   While it prints, the page has the choice in <html data-paper>, and print.css its sizes. Without a button the print
   dialog's own paper holds. */
(() => {
  "use strict";
  const page = document.documentElement;

  tertulia.onPage("[data-print]", button => {
    button.hidden = false;
    button.addEventListener("click", () => {
      page.dataset.paper = button.dataset.print;
      print();
    });
  });

  addEventListener("afterprint", () => { delete page.dataset.paper; });
})();
