// What is written into a form of the desk stays in this tab until the server says that it was
// recorded, so that an ended session, a lost connection or a step back loses nothing. It is kept
// for one person and one address, its query left out but for data-kept-query.
(function () {
  "use strict";
  const begin = "factlog.kept.";

  // ── What was recorded is let go ──────────────────────────────────────────────────────────────
  const sent = /(?:^|; )factlog_sent=([^;]+)/.exec(document.cookie);
  if (sent) {
    const end = ":" + decodeURIComponent(sent[1]);
    try {
      Object.keys(sessionStorage)
        .filter((key) => key.startsWith(begin) && key.endsWith(end))
        .forEach((key) => sessionStorage.removeItem(key));
    } catch (error) { /* forbidden */ }
    document.cookie = "factlog_sent=; Max-Age=0; Path=/; SameSite=Lax";
  }

  // ── What is written is kept, and is there again ──────────────────────────────────────────────
  document.querySelectorAll("form[data-kept]").forEach(function (form) {
    const address = new URL(form.action, location.href);
    const query = "keptQuery" in form.dataset ? address.search : "";
    const place = begin + form.dataset.kept + ":" + address.pathname + query;
    const fields = Array.from(form.elements).filter(function (field) {
      return field.name && !field.readOnly && (field.tagName === "TEXTAREA" || field.type === "text");
    });
    let kept = {};
    try { kept = JSON.parse(sessionStorage.getItem(place)) || {}; } catch (error) { /* forbidden */ }
    fields.forEach(function (field) {
      // What the server sent back is newer than what was kept.
      if (!field.value && typeof kept[field.name] === "string") field.value = kept[field.name];
    });
    form.addEventListener("input", function () {
      const written = fields.filter((field) => field.value !== field.defaultValue || field.value);
      const values = Object.fromEntries(written.map((field) => [field.name, field.value]));
      try {
        if (written.length) sessionStorage.setItem(place, JSON.stringify(values));
        else sessionStorage.removeItem(place);
      } catch (error) { /* full, or forbidden */ }
    });
  });
})();
