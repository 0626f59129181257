import { html } from "hono/html";
import type { Contract } from "../../kernel/contract";
import { problems } from "../../kernel/errors";
import type { Html } from "./page";

/** Where the `type` of every problem leads. */
export function problemsPage(contracts: Contract[]): Html {
  return html`<div class="columns">
    <nav class="contents" aria-label="Problems">
      <ul>
        ${Object.keys(problems).map((code) => html`<li><a href="#${code}">${code}</a></li>`)}
      </ul>
    </nav>
    <main id="content">
      <h1>Problems</h1>
      <p>
        Whatever goes wrong is answered as <code>application/problem+json</code> (RFC 9457).
        <code>code</code> is stable: program against it. It is one of the codes below or a finer one, such as
        <code>last_owner</code>, of the same status. <code>errors</code> names the fields at fault by JSON
        Pointer. <code>instance</code> is the request's id: send it to us when you need help.
      </p>
      ${Object.entries(problems).map(
        ([code, { status, title }]) =>
          html`<section id="${code}">
            <h3>${title}</h3>
            <code class="address"><span class="method">${status}</span> ${code}</code>
            <p>${adviceFor[code] ?? ""}</p>
            ${answeredBy(contracts, code)}
          </section>`,
      )}
    </main>
  </div>`;
}

function answeredBy(contracts: Contract[], code: string): Html | "" {
  const naming = contracts.filter(({ problems: named = [] }) => named.some((each) => each === code));
  if (naming.length === 0) return "";
  return html`<p class="quiet">
    Answered by
    ${naming.map(({ operation }, i) => html`${i > 0 ? ", " : ""}<a href="/docs#${operation}">${operation}</a>`)}.
  </p>`;
}

const adviceFor: Record<string, string> = {
  bad_request: "Check the JSON and the address. Keys belong in the Authorization header.",
  unauthenticated: "Sign in again, or send a key that has not been revoked and has not expired.",
  plan_limit:
    "The detail says which limit, how much it includes and how much is used. A larger plan lifts it; nothing is lost.",
  forbidden: "You are known, but the role or the key's scopes do not allow this. An admin can change that.",
  cross_site: "A page of another site sent this with your cookie. From a script, send an API key instead.",
  reauthentication_required:
    "Confirm the password (POST /v1/auth/confirmation), then send the request again within 15 minutes.",
  not_found: "It does not exist, or it belongs to an organization that you are not in. Both answer alike.",
  method_not_allowed: "The Allow header says which methods there are.",
  conflict:
    "Somebody or something was faster, or the thing is in a state that does not allow this. Read it again.",
  idempotency_in_flight: "The first request with this key is still running. Ask again in a second.",
  gone: "It was here and has been closed for good.",
  too_large: "Send less at once.",
  unsupported_media_type: "Send application/json.",
  invalid: "Each entry of errors names a field by JSON Pointer and says what is wrong with it.",
  idempotency_key_reused: "A key stands for one request. Make a new one for another.",
  too_many_requests: "Wait as long as Retry-After says. RateLimit tells what is left before it happens.",
  internal: "Our fault. Send us the instance; it leads us to what happened.",
  switched_off: "An operator has stopped this for now. What you sent was not done.",
  unavailable: "Something we depend on does not answer. Try again after Retry-After.",
};
