/* A rehearsal against the clock.

   <div class="tt-timer" data-timer="30"> …
     <div class="tt-timer__c" hidden>
       <button type="button" data-go data-start="Ensayar" data-stop="Parar">…<span>Ensayar</span></button>
       <progress max="30" value="0" aria-label="…"></progress>
       <output aria-live="off"><b>30</b> s</output>
       <p role="status" data-timer-says data-left="Quedan {n} segundos" data-over="Se acabó el tiempo"></p>
   The last is for those who listen: half way, shortly before the end and at the end, and nothing between. A page in the
   background goes on by the clock; one that is left has stopped when it is come back to. */
(() => {
  "use strict";
  const { all, onPage, say } = tertulia;
  const STEP = 200;
  const SHORTLY = 10;

  onPage("[data-timer]", timer => {
    const length = Number(timer.dataset.timer);
    const button = timer.querySelector("[data-go]");
    const label = all("span", button).pop();
    const bar = timer.querySelector("progress");
    const left = timer.querySelector("output b");
    const says = timer.querySelector("[data-timer-says]");
    let running = 0;
    let step = () => {};

    const stop = () => {
      clearInterval(running);
      running = 0;
      label.textContent = button.dataset.start;
    };

    const go = () => {
      const from = Date.now();
      // The moments still to be told of, the next one first.
      const moments = [Math.round(length / 2), SHORTLY, 0].filter((n, place, them) => n < length && !(n >= them[place - 1]));
      step = () => {
        // By the clock and not by counting steps: browsers slow the steps of a page in the background.
        const gone = Math.min(length, (Date.now() - from) / 1000);
        const n = Math.ceil(length - gone);
        bar.value = gone;
        left.textContent = n;
        let told = false;
        while (moments.length && n <= moments[0]) told = moments.shift() >= 0;
        if (told) says.textContent = n ? say(says.dataset.left, { n }) : says.dataset.over;
        if (gone >= length || !timer.isConnected) stop();
      };
      says.textContent = "";
      label.textContent = button.dataset.stop;
      running = setInterval(step, STEP);
      step();
    };

    button.addEventListener("click", () => (running ? stop() : go()));
    document.addEventListener("visibilitychange", () => { if (running && !document.hidden) step(); });
    addEventListener("pagehide", stop);
    timer.querySelector(".tt-timer__c").hidden = false;
  });
})();
