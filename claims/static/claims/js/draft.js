// What is typed into a form stays in this browser until the server has stored it, so that a crashed
// tab or an ended session loses nothing. One draft for each person; a file cannot be kept.
(function () {
  "use strict";
  const form = document.querySelector("form[data-draft]");
  if (!form) return;
  const place = "factlog.draft." + form.dataset.draft;
  const find = (name) => document.querySelector("[data-draft-" + name + "]");
  const kept = Array.from(form.elements).filter(function (field) {
    return field.name && !["hidden", "file"].includes(field.type) && field.tagName !== "BUTTON";
  });
  const newId = () => Date.now().toString(36) + Math.random().toString(36).slice(2, 10);

  function read() {
    try {
      const draft = JSON.parse(localStorage.getItem(place));
      return draft && typeof draft.values === "object" ? draft : null;
    } catch (error) {
      return null;
    }
  }

  function write() {
    const values = Object.fromEntries(kept.map((field) => [field.name, field.value]));
    const isEmpty = kept.every((field) => field.value.trim() === "");
    try {
      if (isEmpty) localStorage.removeItem(place);
      else localStorage.setItem(place, JSON.stringify({ id: id.value, at: Date.now(), values: values }));
      find("kept").hidden = isEmpty;
      find("lost").hidden = true;
    } catch (error) {  // full, or forbidden
      find("kept").hidden = true;
      find("lost").hidden = false;
    }
  }

  // ── What is there already ────────────────────────────────────────────────────────────────────
  let draft = read();
  if (draft && draft.id === form.dataset.stored) {
    localStorage.removeItem(place);
    draft = null;
  }
  const id = document.createElement("input");
  id.type = "hidden";
  id.name = "draft";
  id.value = draft ? draft.id : newId();
  form.append(id);

  if ("refused" in form.dataset) {
    write();  // the server sent back what was typed
  } else if (draft && kept.every((field) => field.value.trim() === "")) {
    kept.forEach(function (field) {
      if (typeof draft.values[field.name] === "string") field.value = draft.values[field.name];
    });
    const language = document.documentElement.lang === "en" ? "en-GB" : document.documentElement.lang;
    const options = { dateStyle: "long", timeStyle: "short", hourCycle: "h23", numberingSystem: "latn" };
    find("time").textContent = new Date(draft.at).toLocaleString(language, options);
    find("back").hidden = false;
    find("kept").hidden = false;
    document.querySelector("[data-said]").textContent = find("words").textContent;
  }

  // ── What is typed ────────────────────────────────────────────────────────────────────────────
  let later = 0;
  form.addEventListener("input", function () {
    clearTimeout(later);
    later = setTimeout(write, 300);
  });
  addEventListener("pagehide", function () {
    if (later) { clearTimeout(later); write(); }
  });

  find("drop").addEventListener("click", function () {
    clearTimeout(later);
    kept.forEach((field) => { field.value = ""; });
    id.value = newId();
    write();
    find("back").hidden = true;
    kept[0].focus();
  });

  // ── What is sent: once, however often the button is pressed ──────────────────────────────────
  let sent = 0;
  form.addEventListener("submit", function (event) {
    if (Date.now() - sent < 3000) { event.preventDefault(); return; }
    sent = Date.now();
    clearTimeout(later);
    later = 0;
    write();
  });
  addEventListener("pageshow", function (event) {
    sent = 0;
    if (event.persisted) id.value = newId();  // back from what was stored: this is another text
  });
})();
