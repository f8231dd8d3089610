// Words are marked in the text: drag over them, press one to bring the nearer edge there, or move
// the grips. Without this file the fields hold words that are typed or copied.
(function () {
  "use strict";
  const page = document.querySelector("[data-amend]");
  const pane = page && page.querySelector("[data-text]");
  if (!pane) return;
  const first = Number(pane.dataset.first);
  const field = (place) => place.querySelector("textarea");
  const places = Array.from(page.querySelectorAll("[data-place]")).filter((place) => !field(place).disabled);

  // ── The text as words, each with its place in code points ────────────────────────────────────
  const text = pane.textContent;
  // What the server takes for blanks: a byte order mark too, and separators of old.
  const blanks = /[\s\ufeff\u0085\x1c-\x1f]+/gu;
  const tokens = []; // [element, start, end]
  pane.textContent = "";
  let at = first;
  text.split(/([\p{L}\p{N}\p{M}]+(?:['’\-][\p{L}\p{N}\p{M}]+)*|[^\s\ufeff\u0085\x1c-\x1f])/u).forEach(function (piece, n) {
    const length = Array.from(piece).length;
    if (n % 2) {
      const word = document.createElement("span");
      word.className = "w";
      word.textContent = piece;
      word.dataset.n = tokens.length;
      pane.append(word);
      tokens.push([word, at, at + length]);
    } else if (piece) pane.append(piece);
    at += length;
  });
  const points = Array.from(text);
  const words = (start, end) => points.slice(start - first, end - first).join("");

  // ── What each field marks, as numbers of tokens: [from, to], both included, or null ──────────
  const token = (offset, isEnd) => tokens.findIndex(([, start, end]) => isEnd ? end >= offset : end > offset);
  const marks = new Map();
  places.forEach(function (place) {
    const from = place.dataset.start, to = place.dataset.end;
    const inside = from !== undefined && Number(from) >= first && Number(to) <= first + points.length;
    marks.set(place, inside ? [token(Number(from), false), token(Number(to), true)] : null);
  });
  let active = places[0];
  const hidden = (place) => place.querySelector("input[type=hidden]");
  // Where typed words are looked for first: where they stood, else about the claim's own.
  const near = (place) => Number(hidden(place).value || hidden(places[0]).value || first);
  const grips = ["begin", "end"].map(function (edge) {
    const grip = document.createElement("button");
    grip.type = "button";
    grip.className = "grip";
    grip.dataset.edge = edge;
    return grip;
  });

  function paint() {
    tokens.forEach(([word]) => { word.className = "w"; });
    places.forEach(function (place) {
      const mark = marks.get(place);
      place.classList.toggle("is-active", place === active);
      if (!mark) return;
      for (let n = mark[0]; n <= mark[1]; n += 1) {
        tokens[n][0].classList.add("m-" + place.dataset.role);
        if (place === active) tokens[n][0].classList.add("is-marked");
      }
    });
    const held = document.activeElement;
    const mark = marks.get(active);
    grips.forEach(function (grip, edge) {
      if (!mark) { grip.remove(); return; }
      const [word] = tokens[mark[edge]];
      const name = page.dataset[grip.dataset.edge] + active.dataset.name;
      grip.setAttribute("aria-label", name + ", " + word.textContent);
      if (edge) word.after(grip); else word.before(grip);
    });
    if (grips.includes(held)) held.focus({ preventScroll: true });
  }

  function set(place, mark) {
    marks.set(place, mark);
    const start = tokens[mark[0]][1], end = tokens[mark[1]][2];
    field(place).value = words(start, end).replace(blanks, " ");
    hidden(place).value = start;
    told(place, "");
    field(place).dispatchEvent(new Event("input", { bubbles: true }));
    paint();
  }

  function told(place, sentence) {
    let line = place.querySelector(".lost");
    if (!line) {
      line = document.createElement("p");
      line.className = "lost";
      line.setAttribute("role", "status");
      place.append(line);
    }
    line.textContent = sentence;
  }

  function moveEdge(edge, to) {
    const mark = marks.get(active).slice();
    mark[edge] = Math.max(0, Math.min(tokens.length - 1, to));
    if (mark[0] <= mark[1]) set(active, mark);
  }

  // ── Choosing what is marked; typing works too ────────────────────────────────────────────────
  places.forEach(function (place) {
    field(place).addEventListener("focus", function () { active = place; paint(); });
    field(place).addEventListener("input", function (event) {
      if (!event.isTrusted) return;
      const found = seek(field(place).value, near(place));
      marks.set(place, found);
      // What is shown is what is saved.
      if (found) hidden(place).value = tokens[found[0]][1];
      told(place, found || !field(place).value.trim() ? "" : page.dataset.none);
      paint();
    });
  });

  // The tokens of typed words, nearest to where they stood.
  function seek(typed, near) {
    const wanted = typed.replace(blanks, " ").trim();
    if (!wanted) return null;
    let best = null;
    tokens.forEach(function ([, start], n) {
      if (best !== null && Math.abs(start - near) > Math.abs(tokens[best[0]][1] - near)) return;
      for (let end = n; end < tokens.length; end += 1) {
        const told = words(start, tokens[end][2]).replace(blanks, " ");
        if (told === wanted) { best = [n, end]; return; }
        if (!wanted.startsWith(told)) return;
      }
    });
    return best;
  }

  // ── Pointer and keys ─────────────────────────────────────────────────────────────────────────
  const number = (target) => {
    const word = target && target.closest && target.closest(".w");
    return word && pane.contains(word) ? Number(word.dataset.n) : null;
  };
  let drag = null; // {edge} of a grip, or {from} of new words

  pane.addEventListener("pointerdown", function (event) {
    const edge = grips.indexOf(event.target);
    const here = number(event.target);
    if (event.button || (edge < 0 && here === null)) return;
    if (edge >= 0) drag = { edge };
    else if (event.pointerType === "mouse") { drag = { from: here, moved: false }; event.preventDefault(); }
    else drag = null;
  });
  document.addEventListener("pointermove", function (event) {
    if (!drag) return;
    const here = number(document.elementFromPoint(event.clientX, event.clientY));
    if (here === null) return;
    if (drag.edge !== undefined) moveEdge(drag.edge, here);
    else if (drag.moved || here !== drag.from) {
      drag.moved = true;
      set(active, [Math.min(drag.from, here), Math.max(drag.from, here)]);
    }
  });
  document.addEventListener("pointerup", function () { setTimeout(function () { drag = null; }, 0); });
  document.addEventListener("pointercancel", function () { drag = null; });
  pane.addEventListener("click", function (event) {
    const here = number(event.target);
    if (here === null || (drag && (drag.moved || drag.edge !== undefined))) return;
    const mark = marks.get(active);
    if (!mark) { set(active, [here, here]); return; }
    moveEdge(Math.abs(here - mark[0]) < Math.abs(here - mark[1]) ? 0 : 1, here);
  });
  pane.addEventListener("keydown", function (event) {
    const edge = grips.indexOf(event.target);
    const isLeftward = getComputedStyle(pane).direction === "rtl";
    const step = { ArrowLeft: isLeftward ? 1 : -1, ArrowRight: isLeftward ? -1 : 1, ArrowUp: -5, ArrowDown: 5 }[event.key];
    if (edge < 0 || !step) return;
    event.preventDefault();
    moveEdge(edge, marks.get(active)[edge] + step);
    grips[edge].focus();
  });

  page.querySelector(".marking-how").hidden = false;
  page.querySelector(".plain-how").hidden = true;
  pane.classList.add("is-live");
  paint();
  // What was refused is to be read first.
  if (page.querySelector(".banner-error, .errors")) return;
  const here = marks.get(active);
  const word = here && tokens[here[0]][0];
  const box = word && word.getBoundingClientRect();
  if (box && (box.top < 0 || box.bottom > innerHeight - 80)) word.scrollIntoView({ block: "center", behavior: "auto" });
})();
