import { html } from "hono/html";
import type * as z from "zod";
import type { Contract } from "../../kernel/contract";
import { problems, type ProblemCode } from "../../kernel/errors";
import { policiesOf } from "../limits";
import { curlOf, pythonOf, typescriptOf } from "./examples";
import { readFields } from "./fields";
import type { Html } from "./page";

/** Every route: who may call it, what it takes, what it answers, and three ways to call it. */
export function referencePage(contracts: Contract[], appUrl: string): Html {
  const tags = [...Map.groupBy(contracts, ({ tag }) => tag)];
  return html`<div class="columns">
    <nav class="contents" aria-label="Routes">
      ${tags.map(
        ([tag, group]) =>
          html`<h2>${tag}</h2>
            <ul>
              ${group.map(({ operation, summary }) => html`<li><a href="#${operation}">${summary}</a></li>`)}
            </ul>`,
      )}
    </nav>
    <main id="content">
      <h1>API reference</h1>
      ${introduction(appUrl)}
      ${tags.map(
        ([tag, group]) =>
          html`<h2>${tag}</h2>
            ${group.map((contract) => operationOf(contract, appUrl))}`,
      )}
    </main>
  </div>`;
}

function introduction(appUrl: string): Html {
  return html`<p>
      Everything the web app does goes through these routes, so you can do it too. Make a key under Settings →
      API keys, give it the scopes it needs, and ask who you are:
    </p>
    <pre><code>curl ${appUrl}/v1/me -H "Authorization: Bearer trb_live_…"</code></pre>
    <p>
      Lists answer <code>{ data, nextCursor }</code>: pass the cursor back for the next page. Errors are
      <a href="/docs/problems">problems</a> with a stable <code>code</code>. Send an
      <code>Idempotency-Key</code> with a POST and it happens once, however often you send it. Every answer
      tells your rate limit in <code>RateLimit</code> and <code>RateLimit-Policy</code>.
    </p>`;
}

function operationOf(contract: Contract, appUrl: string): Html {
  return html`<section id="${contract.operation}">
    <h3>${contract.summary}</h3>
    <code class="address"><span class="method">${contract.method.toUpperCase()}</span> ${contract.path}</code>
    ${contract.description ? html`<p>${contract.description}</p>` : ""}
    <p class="quiet">${callersOf(contract)} ${limitOf(contract)}</p>
    ${fieldsOf("In the address", contract.params)} ${fieldsOf("In the query", contract.query)}
    ${fieldsOf("In the body", contract.body)}
    ${fieldsOf(`In the answer (${contract.answer.status})`, contract.answer.schema)} ${problemsOf(contract)}
    <details>
      <summary>Call it with curl, TypeScript or Python</summary>
      <pre><code>${curlOf(contract, appUrl)}</code></pre>
      <pre><code>${typescriptOf(contract, appUrl)}</code></pre>
      <pre><code>${pythonOf(contract, appUrl)}</code></pre>
    </details>
  </section>`;
}

function callersOf({ access, permission, sessionOnly, recentAuthentication }: Contract): string {
  const confirm = recentAuthentication
    ? " The password must have been confirmed in the last 15 minutes."
    : "";
  if (access === "public") return "Open to everybody.";
  if (access === "caller") return "Any session or API key.";
  if (access === "person") return `A signed-in person; API keys are refused.${confirm}`;
  if (access === "operator") return "Operators of the platform.";
  const who = sessionOnly ? "A member with the permission" : "A member or API key with";
  return `${who} ${permission}${sessionOnly ? "; API keys are refused" : ""}.${confirm}`;
}

function limitOf({ rate = "read" }: Contract): string {
  return policiesOf(rate)
    .map(
      ({ quota, windowSeconds }) =>
        `At most ${quota} calls ${windowWords[windowSeconds] ?? `in ${windowSeconds} seconds`}.`,
    )
    .join(" ");
}

const windowWords: Record<number, string> = { 60: "a minute", 300: "in 5 minutes", 3600: "an hour" };

function fieldsOf(title: string, schema: z.ZodType | undefined): Html | "" {
  const fields = schema ? readFields(schema, title.startsWith("In the answer") ? "output" : "input") : [];
  if (fields.length === 0) return "";
  return html`<h4>${title}</h4>
    <div class="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">Field</th>
            <th scope="col">What it is</th>
          </tr>
        </thead>
        <tbody>
          ${fields.map(
            ({ name, type, isOptional, description }) =>
              html`<tr>
                <td><code>${name}</code>${isOptional ? html` <span class="quiet">optional</span>` : ""}</td>
                <td>${type}${description ? html`<br /><span class="quiet">${description}</span>` : ""}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

function problemsOf({ problems: codes = [] }: Contract): Html | "" {
  if (codes.length === 0) return "";
  return html`<p class="quiet">
    Besides what every route may answer:
    ${codes.map((code: ProblemCode, i) => html`${i > 0 ? ", " : ""}<a href="/docs/problems#${code}">${problems[code].status} ${code}</a>`)}.
  </p>`;
}
