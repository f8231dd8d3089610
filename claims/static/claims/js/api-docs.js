/* The page of the API's documentation: Swagger UI, started without inline code. */
"use strict";

const page = document.getElementById("api");
const root = document.documentElement;

// What the person chose, or else what the system says. The class is Swagger UI's own.
const dark = root.dataset.theme === "dark"
  || (root.dataset.theme !== "light" && matchMedia("(prefers-color-scheme: dark)").matches);
root.classList.toggle("dark-mode", dark);

SwaggerUIBundle({
  url: page.dataset.schema,
  domNode: page,
  deepLinking: true,
  // Nothing is sent to a validator elsewhere.
  validatorUrl: null,
  presets: [SwaggerUIBundle.presets.apis],
  layout: "BaseLayout",
  requestInterceptor: (request) => {
    // A person who is signed in may try things out without a token.
    if (!["GET", "HEAD"].includes(request.method ?? "GET")) {
      request.headers["X-CSRFToken"] = page.dataset.csrf;
    }
    return request;
  },
});
