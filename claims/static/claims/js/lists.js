// Lists when touched. htmx swaps the region with its search, filters and rows; here the focus is
// looked after, the count is said, and rows are walked by key. Without this file every filter,
// chip and page is a plain link or form.
(function () {
  "use strict";
  const region = () => document.querySelector("[data-region]");
  if (!region()) return;
  const rows = () => Array.from(region().querySelectorAll("[data-row]"));

  // ── Swaps ────────────────────────────────────────────────────────────────────────────────────
  let open = false;      // whether the filters stood open
  let used = "";         // the id of the control that was used
  let turned = false;    // whether a page was turned: then reading goes on from the top

  document.body.addEventListener("htmx:beforeRequest", function (event) {
    turned = event.detail.elt.hasAttribute("data-turn");
  });
  document.body.addEventListener("htmx:beforeSwap", function (event) {
    // Signed out, or something failed: the whole page says so.
    const landed = new URL(event.detail.xhr.responseURL || location.href).pathname;
    if (landed !== location.pathname || event.detail.isError) {
      event.detail.shouldSwap = false;
      location.assign(event.detail.pathInfo.requestPath);
      return;
    }
    // Where the page is narrow, open filters would stand in front of what they found.
    used = document.activeElement ? document.activeElement.id : "";
    const filters = region().querySelector("details");
    open = Boolean(filters && filters.open) && matchMedia("(min-width: 40rem)").matches;
  });
  document.body.addEventListener("htmx:afterSwap", function () {
    const filters = region().querySelector("details");
    if (filters && open) filters.open = true;
    // htmx looked for it while the filters were closed.
    const same = used && document.getElementById(used);
    if (same && same !== document.activeElement) same.focus({ preventScroll: true });
    const place = document.querySelector("[data-said]:not([data-region])");
    place.textContent = region().dataset.said;
    mark();
  });
  // The lists beside the region stay when it is swapped: which of them is open is told anew.
  function mark() {
    const links = Array.from(document.querySelectorAll(".side .views a"));
    const at = (address) => links.filter((link) => link.getAttribute("href") === address);
    const open = at(region().dataset.here).concat(at(region().dataset.view))[0];
    if (!open) return;
    links.forEach((link) => link.removeAttribute("aria-current"));
    open.setAttribute("aria-current", "page");
  }
  // Where the control of the same id is gone or hidden, the heading takes the focus.
  document.body.addEventListener("htmx:afterSettle", function () {
    const lost = !document.activeElement || document.activeElement === document.body;
    const heading = document.getElementById("list-h");
    if (heading && (turned || lost)) heading.focus({ preventScroll: !turned });
    turned = false;
  });
  document.body.addEventListener("htmx:sendError", function () {
    if (region().querySelector(".offbar")) return;
    const bar = document.createElement("p");
    bar.className = "offbar";
    bar.setAttribute("role", "alert");
    bar.textContent = region().dataset.offline;
    region().prepend(bar);
  });

  // ── Keys, by place ───────────────────────────────────────────────────────────────────────────
  document.addEventListener("keydown", function (event) {
    if (window.factlog.keysOff || window.factlog.elsewhere(event)) return;
    const by = { KeyJ: 1, KeyK: -1 }[event.code];
    const all = rows();
    if (!by || !all.length) return;
    event.preventDefault();
    const here = all.findIndex((row) => row.contains(document.activeElement));
    const next = here < 0 ? (by > 0 ? 0 : all.length - 1) : here + by;
    const row = all[Math.min(all.length - 1, Math.max(0, next))];
    row.querySelector("a").focus();
  });
})();
