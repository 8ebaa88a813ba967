/* A rehearsal against the clock.

   <div class="tt-timer" data-timer="30"> …
     <div class="tt-timer__c" hidden>
       <button type="button" data-go data-start="Ensayar" data-stop="Parar">…<span>Ensayar</span></button>
       <progress max="30" value="0" aria-label="…"></progress>
       <output aria-live="off"><b>30</b> s</output> */
(() => {
  "use strict";
  const { all, onPage } = tertulia;
  const STEP = 200;

  onPage("[data-timer]", timer => {
    const length = Number(timer.dataset.timer);
    const button = timer.querySelector("[data-go]");
    const label = all("span", button).pop();
    const bar = timer.querySelector("progress");
    const left = timer.querySelector("output b");
    let running = 0;

    const stop = () => {
      clearInterval(running);
      running = 0;
      label.textContent = button.dataset.start;
    };

    const go = () => {
      const from = Date.now();
      const step = () => {
        // By the clock and not by counting steps: browsers slow the steps of a page in the background.
        const gone = Math.min(length, (Date.now() - from) / 1000);
        bar.value = gone;
        left.textContent = Math.ceil(length - gone);
        if (gone >= length || !timer.isConnected) stop();
      };
      label.textContent = button.dataset.stop;
      running = setInterval(step, STEP);
      step();
    };

    button.addEventListener("click", () => (running ? stop() : go()));
    timer.querySelector(".tt-timer__c").hidden = false;
  });
})();
