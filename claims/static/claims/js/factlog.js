// What every page does when touched: the list of keys, and the way to the search field.
// Keys go by place (event.code), so they are the same on an Arabic keyboard.
(function () {
  "use strict";
  const off = document.documentElement.dataset.keys === "off";

  // Whether a key press is meant for something else: typing, or a shortcut of the browser.
  function elsewhere(event) {
    return event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented ||
      event.target.closest("textarea, select, dialog, input:not([type=radio]):not([type=checkbox])");
  }
  window.factlog = { elsewhere: elsewhere, keysOff: off };

  document.addEventListener("keydown", function (event) {
    if (off || elsewhere(event)) return;
    if (event.key === "?" || event.key === "؟") {
      const list = document.querySelector("dialog[data-keys-list]");
      if (list && !list.open) { event.preventDefault(); list.showModal(); }
    } else if (event.key === "/" || event.code === "Slash" && !event.shiftKey) {
      const search = document.querySelector("[data-search]");
      if (search) { event.preventDefault(); search.focus(); }
    }
  });

  document.addEventListener("click", function (event) {
    if (!event.target.closest("[data-keys-open]")) return;
    const list = document.querySelector("dialog[data-keys-list]");
    if (list) list.showModal();
  });
})();
