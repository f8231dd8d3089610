// A form with data-passkey: asks the browser for a passkey ("use" or "add") with what the server
// wrote into data-options, puts the answer into the form, and sends it.
(function () {
  "use strict";
  const form = document.querySelector("form[data-passkey]");
  if (!form || !window.isSecureContext || !window.PublicKeyCredential) return;
  const isNew = form.dataset.passkey === "add";
  const asked = JSON.parse(form.dataset.options).publicKey;
  const button = form.querySelector("[data-passkey-do]");
  const refused = form.querySelector("[data-passkey-refused]");
  button.hidden = false;
  form.querySelector("[data-passkey-missing]").hidden = true;

  // Bytes travel as base64url.
  function bytes(text) {
    const plain = atob(text.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(plain, (one) => one.charCodeAt(0));
  }
  function text(buffer) {
    const plain = Array.from(new Uint8Array(buffer), (one) => String.fromCharCode(one)).join("");
    return btoa(plain).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }
  const known = (list) => (list || []).map((one) => Object.assign({}, one, { id: bytes(one.id) }));

  function options() {
    const found = Object.assign({}, asked, { challenge: bytes(asked.challenge) });
    if (isNew) {
      found.user = Object.assign({}, asked.user, { id: bytes(asked.user.id) });
      found.excludeCredentials = known(asked.excludeCredentials);
    } else {
      found.allowCredentials = known(asked.allowCredentials);
    }
    return { publicKey: found };
  }

  function told(given) {
    const answer = { clientDataJSON: text(given.response.clientDataJSON) };
    if (isNew) {
      answer.attestationObject = text(given.response.attestationObject);
    } else {
      answer.authenticatorData = text(given.response.authenticatorData);
      answer.signature = text(given.response.signature);
      answer.userHandle = given.response.userHandle ? text(given.response.userHandle) : null;
    }
    return JSON.stringify({
      id: given.id,
      rawId: text(given.rawId),
      type: given.type,
      response: answer,
      clientExtensionResults: given.getClientExtensionResults(),
    });
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    refused.hidden = true;
    button.setAttribute("aria-disabled", "true");
    (isNew ? navigator.credentials.create(options()) : navigator.credentials.get(options()))
      .then(function (given) {
        form.elements.credential.value = told(given);
        form.submit();
      })
      .catch(function () {  // stopped, too late, or none that fits
        refused.hidden = false;
        button.removeAttribute("aria-disabled");
        button.focus();
      });
  });
})();
