import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";
import { readPatiently } from "~/live/patient-fetch";
import { readAheadOf } from "~/read-ahead";

shareNonce();
window.fetch = readAheadOf(readPatiently(window.fetch.bind(window)));
startTransition(() => {
  hydrateRoot(
    document,
    <StrictMode>
      <RemixBrowser />
    </StrictMode>,
  );
});

/** Layers that stop the page from scrolling add a <style>; this is where that library looks for the page's nonce. */
function shareNonce(): void {
  const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
  Object.assign(window, { __webpack_nonce__: nonce });
}
