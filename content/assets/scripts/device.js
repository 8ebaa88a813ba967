/* What is kept on this device, for when there is no connection: off until somebody switches it on, and all of it
   forgotten at once when they ask.

   <link rel="manifest" href="…" data-worker="…/sw.js">           in the head, where the site can be kept; else nothing appears
   <div data-keep hidden> <button type="button" role="switch" aria-checked="false">…</button>
     <p role="status" data-keep-says data-going="…" data-kept="…" data-failed="…"></p></div>
   <div data-forget hidden> <button type="button">…</button> <p role="status" data-forget-says data-done="…"></p></div> */
(() => {
  "use strict";
  const { all, onPage, store } = tertulia;
  const link = () => document.querySelector("link[rel=manifest][data-worker]");
  const worker = () => new URL(link().dataset.worker, location.href);
  const root = () => new URL("./", worker()).href;

  /** The registration of this site, and not that of another one above it on the same host. */
  const registered = async () => {
    const found = await navigator.serviceWorker?.getRegistration(root());
    return found?.scope === root() ? found : undefined;
  };

  const drop = async () => {
    await (await registered())?.unregister();
    const ours = (await caches.keys()).filter(name => name.startsWith(`tertulia ${root()} `));
    await Promise.all(ours.map(name => caches.delete(name)));
  };

  /** Resolves when everything is kept, and fails when it could not be. */
  const keep = async () => {
    const address = worker();
    address.searchParams.set("list", new URL("device.json", link().href).href.slice(root().length));
    const registration = await navigator.serviceWorker.register(address, { scope: root() });
    const coming = registration.installing || registration.waiting;
    if (!coming) return;
    await new Promise((done, failed) => coming.addEventListener("statechange", () => {
      if (coming.state === "activated") done();
      if (coming.state === "redundant") failed(new Error(coming.state));
    }));
  };

  const show = on => {
    for (const box of all("[data-keep]")) {
      const says = box.querySelector("[data-keep-says]");
      box.querySelector("[role=switch]").setAttribute("aria-checked", on);
      says.textContent = on ? says.dataset.kept : "";
    }
  };

  onPage("[data-keep]", async box => {
    if (!link() || !navigator.serviceWorker) return;
    const [button, says] = ["[role=switch]", "[data-keep-says]"].map(part => box.querySelector(part));
    show(Boolean(await registered()));
    box.hidden = false;
    button.addEventListener("click", async () => {
      button.disabled = true;
      says.textContent = says.dataset.going;
      try {
        const on = button.getAttribute("aria-checked") !== "true";
        await (on ? keep() : drop());
        show(on);
      } catch {
        await drop();
        show(false);
        says.textContent = says.dataset.failed;
      }
      button.disabled = false;
      button.focus();
    });
  });

  /** What the theme remembers of this site: the colours one chose. Its keys begin with the site's path. */
  const forgetTheme = () => {
    for (const kept of [localStorage, sessionStorage]) {
      for (const key of Object.keys(kept)) if (/^\/.*\.__/.test(key) && root().endsWith(key.split(".__")[0])) kept.removeItem(key);
    }
  };

  onPage("[data-forget]", box => {
    const says = box.querySelector("[data-forget-says]");
    box.hidden = false;
    box.querySelector("button").addEventListener("click", async () => {
      says.textContent = "";
      store.forget();
      try {
        forgetTheme();
      } catch { /* storage is refused: there is nothing in it */ }
      if (link() && window.caches) await drop();
      show(false);
      says.textContent = says.dataset.done;
    });
  });
})();
