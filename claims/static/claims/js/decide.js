// The page where a statement is decided, when touched: keys, holding it on while somebody is at
// work, and no connection (what is written is kept by kept.js). Without this file it is a plain form.
(function () {
  "use strict";
  const form = document.getElementById("decide");
  if (!form) return;
  const reason = form.querySelector("[data-reason]");
  const record = form.querySelector("[data-record]");

  // What was refused or has changed takes the focus.
  const told = document.querySelector("[data-focus]");
  if (told) told.focus();

  // ── Sent once, however often the key is pressed ──────────────────────────────────────────────
  let sent = 0;
  form.addEventListener("submit", function (event) {
    if (event.submitter && event.submitter.getAttribute("form")) return;
    if (!navigator.onLine || Date.now() - sent < 3000) { event.preventDefault(); return; }
    sent = Date.now();
  });
  addEventListener("pageshow", function () { sent = 0; });

  // ── No connection: reading goes on, recording waits ──────────────────────────────────────────
  const waiting = form.querySelector("[data-waiting]");
  function connection() {
    if (!record) return;
    record.setAttribute("aria-disabled", String(!navigator.onLine));
    waiting.hidden = navigator.onLine;
  }
  addEventListener("online", connection);
  addEventListener("offline", connection);
  connection();

  // ── Still at work: hold it on, at most every two minutes ─────────────────────────────────────
  const token = form.querySelector("[name=csrfmiddlewaretoken]");
  let held = Date.now();
  function hold() {
    if (!form.dataset.hold || Date.now() - held < 120000) return;
    held = Date.now();
    fetch(form.dataset.hold, { method: "POST", headers: { "X-CSRFToken": token.value } }).catch(function () {});
  }
  ["keydown", "pointerdown", "scroll"].forEach(function (name) {
    addEventListener(name, hold, { passive: true });
  });

  // ── Keys, by place ───────────────────────────────────────────────────────────────────────────
  document.addEventListener("keydown", function (event) {
    if ((event.ctrlKey || event.metaKey) && event.code === "Enter") {
      const writing = event.target.closest("textarea") && event.target.form;
      if (writing && writing !== form) {
        event.preventDefault();
        writing.requestSubmit();
        return;
      }
      if (record) {
        event.preventDefault();
        form.requestSubmit(record);
      }
      return;
    }
    if (window.factlog.keysOff || window.factlog.elsewhere(event)) return;
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code);
    const radio = digit && form.querySelector('input[type=radio][data-key="' + digit[1] + '"]');
    if (radio) {
      event.preventDefault();
      radio.checked = true;
      radio.focus();
    } else if (event.code === "KeyR" && reason) {
      event.preventDefault();
      reason.focus();
    }
  });
})();
