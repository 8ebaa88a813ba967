/* What the tests ask axe, in the page itself: axe.py says what for. */
(() => {
  "use strict";

  // All that the contrast of a text follows from: its colour, size and weight, what lies behind it, and what axe leaves
  // out (what is disabled, clipped or not shown). What is under a text by its place shows in the positions.
  const behind = (element, kept) => {
    if (!element) return "";
    if (!kept.has(element)) {
      const s = getComputedStyle(element), own = [];
      if (s.backgroundColor !== "rgba(0, 0, 0, 0)") own.push(s.backgroundColor);
      if (s.backgroundImage !== "none") own.push(s.backgroundImage);
      if (s.opacity !== "1") own.push(s.opacity);
      if (s.position !== "static") own.push(s.position, s.zIndex);
      if (s.clip !== "auto" || s.clipPath !== "none") own.push(s.clip, s.clipPath);
      if (s.filter !== "none" || s.mixBlendMode !== "normal") own.push(s.filter, s.mixBlendMode);
      if (element.matches(":disabled, [aria-disabled=true], [inert]")) own.push("disabled");
      if (element.localName === "label" && element.control?.disabled) own.push("of a disabled one");
      for (const part of ["::before", "::after"]) {
        const p = getComputedStyle(element, part);
        if (p.content !== "none") own.push(part, p.backgroundColor, p.backgroundImage, p.position, p.color, p.content);
      }
      kept.set(element, behind(element.parentElement, kept) + (own.length ? "/" + own.join() : ""));
    }
    return kept.get(element);
  };
  const hasText = e => e.value && e.matches("input, textarea, select")
    || [...e.childNodes].some(n => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const appearances = root => {
    const found = new Map(), kept = new Map();
    for (const element of root.querySelectorAll("*")) {
      if (!hasText(element) || !element.checkVisibility({visibilityProperty: true})) continue;
      const s = getComputedStyle(element);
      const key = [s.color, s.fontSize, s.fontWeight, s.textShadow, s.webkitTextFillColor, s.webkitTextStrokeWidth,
                   behind(element, kept)].join("|");
      if (!found.has(key)) found.set(key, []);
      found.get(key).push(element);
    }
    return found;
  };

  // What an element is made of. Of values that are words, names or addresses it counts that there is one; of its text,
  // that there is some; of what is within, what it is, and all of that where it gives the name of a link or a control.
  const FREE = /^(d|id|href|src|for|title|value|name|datetime|content|aria-(label|labelledby|describedby|controls))$/;
  const NAMED = "a, button, label, summary, select, svg, h1, h2, h3, h4, h5, h6, [role], [aria-label]";
  const kind = element => `${element.localName}.${element.getAttribute("class") ?? ""}`;
  const made = element => {
    const s = getComputedStyle(element);
    const said = [...element.attributes].filter(({name}) => !name.startsWith("data-"))
      .map(({name, value}) => FREE.test(name) ? name + !value.trim() : name + value);
    const within = [...element.children];
    return [element.localName, ...said.sort(), s.color, s.backgroundColor, s.display, s.fontSize, s.fontWeight, s.opacity,
            hasText(element), element.matches(NAMED) ? within.map(made)
              : [...new Set(within.map(kind))]].join();
  };
  const marks = (element, around = "", found = new Set()) => {
    found.add(`${around}>${made(element)}`);
    const here = `${around}>${kind(element)}`;
    if (!element.matches(NAMED)) for (const child of element.children) marks(child, here, found);
    return found;
  };

  // What is named from elsewhere, with all that it stands in up to what holds both.
  const BY = ["aria-labelledby", "aria-describedby", "aria-controls", "for"];
  const pointedAt = () => {
    const kept = new Set();
    for (const one of document.querySelectorAll(BY.map(by => `[${by}]`).join()))
      for (const id of BY.flatMap(by => (one.getAttribute(by) ?? "").split(" ")))
        for (let at = id && document.getElementById(id); at && !at.contains(one); at = at.parentElement) kept.add(at);
    return kept;
  };

  // Nothing of it stays but its place: the seventh after it is still the seventh to the styles.
  const empty = element => {
    const place = element.cloneNode(false);
    place.removeAttribute("id");
    place.style.setProperty("display", "none", "important");
    element.replaceWith(place);
  };

  // Of what stands in the same place, the first two stay in each list, and those that have something in them that none
  // before them has: axe would say of the others what it says of these.
  const thin = root => {
    const kept = pointedAt(), known = new Map();
    const walk = (parent, around) => {
      const times = new Map();
      for (const child of [...parent.children]) {
        const place = `${around}>${kind(child)}`;
        if (!known.has(place)) known.set(place, new Set());
        times.set(place, (times.get(place) ?? 0) + 1);
        const fresh = [...marks(child)].filter(mark => !known.get(place).has(mark));
        fresh.forEach(mark => known.get(place).add(mark));
        if (times.get(place) > 2 && !fresh.length && !kept.has(child)) empty(child);
      }
      for (const child of parent.children) walk(child, `${around}>${kind(child)}`);
    };
    walk(root, "");
  };

  const frame = () => new Promise(resolve => requestAnimationFrame(resolve));
  const prepare = async () => {
    document.querySelectorAll("details").forEach(one => { one.open = true; });
    // What is far off the screen is not laid out until one gets there, and axe would measure what is not there yet.
    document.querySelectorAll(".tt-task").forEach(task => { task.style.contentVisibility = "visible"; });
    for (let n = 0; n < 3; n++) await frame();  // what a script puts into an opened panel is in it by then
    const main = document.querySelector("main");
    if (main) thin(main);
  };

  const settled = async scheme => {
    // The theme sizes its sidebars a frame or two after the window, and changes its colours when it hears of it.
    for (let n = 0; n < 3 || n < 600 && document.body.dataset.mdColorScheme !== scheme; n++) await frame();
    if (document.body.dataset.mdColorScheme !== scheme) throw new Error(`the colours are not those of ${scheme}`);
    document.getAnimations().forEach(animation => animation.finish());
  };

  // The parts around a page are the same on the next: what axe has seen of them in this look it need not see again.
  const FRAME = ".md-header, .md-tabs, .md-sidebar, .tt-foot";
  const short = async text => {
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, "0")).join("");
  };
  const parts = async () => Promise.all([...document.querySelectorAll(FRAME)].map(async part =>
    [part, await short([innerWidth, document.body.dataset.mdColorScheme, ...marks(part)].join("\n"))]));

  const told = ({id, nodes: [one]}) => [id, one.html.slice(0, 200), one.failureSummary];
  const look = async (tags, part, whole, scheme, known) => {
    await settled(scheme);
    const root = part ? document.querySelector(part) : document;
    const seen = new Set(known), good = [];
    let violations = [], passes = 0;
    if (whole) {
      const exclude = [];
      for (const [one, what] of part ? [] : await parts()) {
        if (seen.has(what)) exclude.push(one);
        else good.push(what);
      }
      const found = await axe.run(exclude.length ? {include: [root], exclude} : root, {runOnly: {type: "tag", values: tags}, resultTypes: ["violations"],
                                         rules: {"color-contrast": {enabled: false}}, preload: false});
      violations = found.violations.map(told);
      passes = found.passes.length;
    }
    const fresh = [...appearances(root)].filter(([key]) => !seen.has(key));
    if (fresh.length) {
      const include = fresh.flatMap(([, elements]) => elements.slice(0, 3));
      const found = await axe.run({include}, {runOnly: {type: "rule", values: ["color-contrast"]}, preload: false,
                                              elementRef: true});
      violations = violations.concat(found.violations.map(told));
      const passed = new Set(found.passes.flatMap(rule => rule.nodes.map(node => node.element)));
      good.push(...fresh.filter(([, elements]) => elements.some(one => passed.has(one))).map(([key]) => key));
    }
    return {passes, violations, good};
  };

  window.looking = {prepare, look};
})();
