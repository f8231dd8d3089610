// The reader when touched. The server makes the card and the filters, htmx swaps them; the text is
// never swapped: here classes move over its marks, and the address and the focus are looked after.
// Without this file every number, filter and step is a plain link to the same page.
(function () {
  "use strict";
  const text = document.getElementById("text");
  const panel = document.getElementById("panel");
  if (!text || !panel || !window.htmx) return;
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const all = (selector, within) => Array.from((within || document).querySelectorAll(selector));
  const card = () => panel.querySelector("[data-shown]");
  const numbers = all(".num", text);
  // On a narrow page the card is a sheet over the text, otherwise it stands beside it.
  const isSheet = () => getComputedStyle(panel).position === "fixed";

  // claim number -> [element, link, role] of the words it rests on (data-m, see web/drawing.py).
  const words = new Map();
  all("[data-m]", text).forEach(function (element) {
    element.dataset.m.split(" ").forEach(function (token) {
      const [number, link, role] = token.split(".");
      if (!words.has(number)) words.set(number, []);
      words.get(number).push([element, link, role]);
    });
  });

  // ── The text: what is chosen, what the filter leaves ─────────────────────────────────────────
  let wanted = card().dataset.claim || null;
  let shown = card().dataset.shown;

  function light(number, on) {
    all('.claim[data-c="' + number + '"]', text).forEach((el) => el.classList.toggle("is-on", on));
    (words.get(number) || []).forEach(([el, , role]) => el.classList.toggle("is-" + role, on));
    const link = document.getElementById("n" + number);
    if (link && on) link.setAttribute("aria-current", "true");
    else if (link) link.removeAttribute("aria-current");
  }

  function choose(number) {
    if (wanted !== null) light(wanted, false);
    wanted = number;
    if (wanted !== null) light(wanted, true);
  }

  function filter(list) {
    if (list === shown) return;
    shown = list;
    const left = list === "all" ? null : new Set(list.split(" "));
    const off = (number) => left !== null && !left.has(number);
    numbers.forEach((el) => el.classList.toggle("is-off", off(el.dataset.go)));
    all(".claim", text).forEach((el) => el.classList.toggle("is-off", off(el.dataset.c)));
  }

  function reveal(element) {
    if (element) element.scrollIntoView({ block: "nearest", behavior: still.matches ? "auto" : "smooth" });
  }

  // ── The way to another state: the address first, then the card ───────────────────────────────
  let focusWas = null;
  let openWas = false; // of the kinds and modalities, which come anew with each answer
  const more = () => document.getElementById("more-filters");

  function go(address, keep) {
    address = address.split("#")[0];
    if (!keep) history.pushState({}, "", location.pathname + address);
    const active = document.activeElement;
    focusWas = panel.contains(active) || active.closest("#filters") ? active : null;
    htmx.ajax("GET", location.pathname + address, { target: "#panel", swap: "innerHTML" });
  }

  function goTo(number) {
    const query = new URLSearchParams(location.search);
    query.set("claim", number);
    choose(number);
    go("?" + query);
  }

  function step(by) {
    const left = numbers.filter((el) => !el.classList.contains("is-off"));
    if (!left.length) return;
    // From the chosen claim; one that the filter hides still has its place in the text.
    const here = numbers.findIndex((el) => el.dataset.go === wanted);
    const after = left.find((el) => numbers.indexOf(el) > here) || left[0];
    const before = left.filter((el) => numbers.indexOf(el) < here).pop() || left[left.length - 1];
    const number = (by > 0 ? after : before).dataset.go;
    goTo(number);
    reveal(document.getElementById("c" + number));
  }

  if (wanted !== null) {
    const words = document.getElementById("c" + wanted);
    const box = words && words.getBoundingClientRect();
    const room = panel.getBoundingClientRect();
    const bottom = isSheet() ? room.top : innerHeight;
    if (box && (box.top < 0 || box.bottom > bottom - 40)) { // a line's room, for what underlines it
      words.scrollIntoView({ block: "center", behavior: "auto" });
    }
  }

  document.body.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target !== panel) return;
    // Signed out, or the article is gone: the whole page says so.
    const landed = new URL(event.detail.xhr.responseURL || location.href).pathname;
    if (landed !== location.pathname || event.detail.isError) {
      event.detail.shouldSwap = false;
      location.reload();
    }
    openWas = more() !== null && more().open;
  });
  // No connection: the text stays, and so does the choice in it; only the card is missing.
  document.body.addEventListener("htmx:sendError", function (event) {
    if (event.detail.target !== panel || panel.querySelector(".offbar")) return;
    const bar = document.createElement("p");
    bar.className = "offbar";
    bar.setAttribute("role", "alert");
    bar.textContent = panel.dataset.offline;
    panel.prepend(bar);
    if (panel.dataset.sheet === "closed") sheet("peek");
  });
  document.body.addEventListener("htmx:afterSwap", function (event) {
    if (event.detail.target !== panel) return;
    const now = card();
    const number = now.dataset.claim || null;
    if (openWas && more()) more().open = true;
    filter(now.dataset.shown);
    if (number !== wanted) choose(number);
    sheet(number === null ? "closed" : panel.dataset.sheet === "open" ? "open" : "peek");
    panel.scrollTop = 0;
    say(document.getElementById("filters").dataset.said);
  });
  // htmx gives the focus back to what has the same id; where that is gone, the card takes it.
  document.body.addEventListener("htmx:afterSettle", function () {
    if (focusWas && !document.contains(focusWas) && document.activeElement === document.body) {
      const same = focusWas.id && document.getElementById(focusWas.id);
      (same || document.getElementById("card-h")).focus({ preventScroll: true });
    }
    focusWas = null;
  });
  addEventListener("popstate", function () {
    choose(new URLSearchParams(location.search).get("claim"));
    go(location.search, true);
  });

  function say(sentence) {
    const place = document.querySelector("[data-said]");
    if (place.textContent !== sentence) place.textContent = sentence;
  }

  // ── Narrow pages: the card is a sheet ────────────────────────────────────────────────────────
  function sheet(state) {
    panel.dataset.sheet = state;
    const toggle = panel.querySelector("[data-sheet-toggle]");
    if (toggle) toggle.setAttribute("aria-expanded", String(state === "open"));
  }

  // ── Mouse ────────────────────────────────────────────────────────────────────────────────────
  document.addEventListener("click", function (event) {
    const plain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey || event.button);
    const number = event.target.closest(".num");
    if (number && plain) { event.preventDefault(); goTo(number.dataset.go); return; }
    const link = event.target.closest("a[data-reader-link]");
    if (link && plain) {
      event.preventDefault();
      const chosen = new URL(link.href).searchParams.get("claim");
      if (chosen !== null && chosen !== wanted) {
        choose(chosen);
        reveal(document.getElementById("c" + chosen));
      }
      go(link.getAttribute("href"));
      return;
    }
    const place = event.target.closest("a[data-show]");
    if (place && plain) {
      event.preventDefault();
      reveal(document.getElementById(place.getAttribute("href").slice(1)));
      return;
    }
    if (event.target.closest("[data-sheet-toggle]")) {
      sheet(panel.dataset.sheet === "open" ? "peek" : "open");
      panel.scrollTop = 0;
      return;
    }
    const claim = event.target.closest(".text .claim:not(.is-off)");
    if (claim && plain && String(getSelection()) === "") {
      // Embedded claims: the innermost first; a second click goes one out.
      const outer = claim.parentElement.closest(".claim:not(.is-off)");
      goTo(outer && wanted === claim.dataset.c ? outer.dataset.c : claim.dataset.c);
    }
  });

  // ── A link of the chain lights up what it rests on ───────────────────────────────────────────
  function rests(event, on) {
    const link = event.target.closest && event.target.closest("[data-link]");
    if (!link) return;
    const [number, position] = link.dataset.link.split(".");
    text.classList.toggle("has-lit", on);
    (words.get(number) || []).forEach(function ([element, at]) {
      if (at === position) element.classList.toggle("is-lit", on);
    });
  }
  panel.addEventListener("mouseover", (event) => rests(event, true));
  panel.addEventListener("mouseout", (event) => rests(event, false));
  panel.addEventListener("focusin", (event) => rests(event, true));
  panel.addEventListener("focusout", (event) => rests(event, false));
  document.body.addEventListener("htmx:beforeSwap", function () {
    text.classList.remove("has-lit");
    all(".is-lit", text).forEach((el) => el.classList.remove("is-lit"));
  });

  // ── Keys, by place ───────────────────────────────────────────────────────────────────────────
  document.addEventListener("keydown", function (event) {
    if (event.code === "Escape" && !event.target.closest("dialog")) {
      if (isSheet() && panel.dataset.sheet === "open") sheet("peek");
      else if (wanted !== null) {
        sheet("closed");
        const number = document.getElementById("n" + wanted);
        if (number) number.focus({ preventScroll: true });
      }
      return;
    }
    if (window.factlog.keysOff || window.factlog.elsewhere(event)) return;
    const by = { KeyJ: 1, KeyK: -1 }[event.code];
    if (by) { event.preventDefault(); step(by); return; }
    if (event.code === "Enter" && !event.target.closest("a, button, summary, label, input")) {
      const heading = document.getElementById("card-h");
      if (!heading) return;
      event.preventDefault();
      if (wanted !== null) sheet("open");
      heading.focus();
    }
  });

  // ── Words that are selected can be made a claim ──────────────────────────────────────────────
  const add = document.querySelector("[data-add]");
  if (add) {
    const offer = document.createElement("a");
    offer.className = "btn add-offer";
    offer.textContent = add.dataset.add;
    offer.hidden = true;
    text.after(offer);
    // Code points of the article's own text before a place; the page begins with a line feed.
    const offset = function (node, at) {
      const before = document.createRange();
      before.setStart(text, 0);
      before.setEnd(node, at);
      const copy = before.cloneContents();
      copy.querySelectorAll(".num").forEach((number) => number.remove());
      return Math.max(0, Array.from(copy.textContent).length - 1);
    };
    document.addEventListener("selectionchange", function () {
      const chosen = document.getSelection();
      const inside = chosen.toString().trim() && text.contains(chosen.getRangeAt(0).commonAncestorContainer);
      offer.hidden = !inside;
      if (offer.hidden) return;
      const range = chosen.getRangeAt(0);
      const start = offset(range.startContainer, range.startOffset);
      const end = offset(range.endContainer, range.endOffset);
      offer.href = add.href + "&" + new URLSearchParams({ start, end });
      const box = range.getBoundingClientRect();
      offer.style.insetBlockStart = Math.min(box.bottom + 8, innerHeight - 60) + "px";
      offer.style.left = Math.max(8, Math.min(box.left, innerWidth - offer.offsetWidth - 8)) + "px";
    });
    offer.addEventListener("mousedown", (event) => event.preventDefault()); // the selection stays
  }

  // ── Numbers that begin on one line stand side by side ────────────────────────────────────────
  function arrange() {
    const tops = numbers.map(function (number) {
      const words = document.getElementById("c" + number.dataset.go);
      const box = words && words.getClientRects()[0];
      return box ? box.top : 0;
    });
    let column = 0;
    numbers.forEach(function (number, i) {
      column = i && Math.abs(tops[i] - tops[i - 1]) < 6 ? column % 3 + 1 : 1;
      number.classList.remove("num-1", "num-2", "num-3");
      number.classList.add("num-" + column);
    });
  }
  let width = 0;
  new ResizeObserver(function () {
    if (text.clientWidth !== width) { width = text.clientWidth; arrange(); }
  }).observe(text);
  if (document.fonts) document.fonts.ready.then(arrange);
})();
