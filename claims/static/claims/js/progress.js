// The work on an article, followed by htmx (templates/claims/_progress.html). Here: what is said
// aloud, and the way on to the claims once they are there.
(function () {
  "use strict";
  const piece = () => document.getElementById("progress");
  const said = document.querySelector("[data-said]");
  if (!piece() || !said) return;

  function say() {
    const words = piece().dataset.says || "";
    if (said.textContent !== words) said.textContent = words;
  }
  say();

  document.body.addEventListener("htmx:beforeSwap", function (event) {
    if (event.detail.target !== piece()) return;
    // Signed out meanwhile: the whole page says so.
    const landed = new URL(event.detail.xhr.responseURL || location.href).pathname;
    if (landed !== event.detail.pathInfo.requestPath.split("?")[0]) {
      event.detail.shouldSwap = false;
      location.reload();
    }
  });

  document.body.addEventListener("htmx:afterSettle", function () {
    if (!piece()) return;
    say();
    const on = document.getElementById("progress-on");
    // Whoever reads or works in the page already goes on by the link, when they want to.
    const isWaiting = scrollY < 150 && document.activeElement === document.body;
    if (on && isWaiting) location.assign(on.href);
  });
})();
