import { html } from "hono/html";
import { publishedForm } from "../forms";
import type { Base } from "../kernel/context";
import { type Confirmable, confirmSubmission, readConfirmation } from "./confirmation";
import { visitorContext } from "./visitor-context";

const style =
  "body{margin:0;font:16px/1.5 system-ui,sans-serif;background:#faf8f4;color:#1f1d1a;display:grid;place-items:center;min-height:100vh}" +
  "main{max-width:28rem;padding:2rem 1.25rem}h1{font-size:1.5rem;line-height:1.25}" +
  "button{font:inherit;padding:.75rem 1.25rem;border:0;border-radius:8px;background:#1f6f78;color:#fff;min-height:44px;cursor:pointer}" +
  "@media(prefers-color-scheme:dark){body{background:#191816;color:#f2efe9}button{background:#6cc3cc;color:#10201f}}";

const words: Record<Confirmable, { title: string; text: string; status: number }> = {
  waiting: {
    title: "Confirm your address",
    text: "One press, and they may write to you.",
    status: 200,
  },
  confirmed: { title: "Your address is confirmed", text: "Thank you. You can close this page.", status: 200 },
  expired: {
    title: "This link has expired",
    text: "Send the form once more to get a new one.",
    status: 410,
  },
  unknown: { title: "This link is not right", text: "Open it as it stands in the mail.", status: 404 },
};

/** A page with a button: whoever only looks at the link, such as a mail scanner, confirms nothing (MAIL-02). */
export async function confirmationPage(base: Base, formId: string, token: string): Promise<Response> {
  const form = await publishedForm(base, formId);
  if (!form) return await pageFor("unknown", null);
  const { state } = await readConfirmation(visitorContext(base, form), form, token);
  return await pageFor(state, form.organization.name);
}

export async function confirmedPage(base: Base, formId: string, token: string): Promise<Response> {
  const form = await publishedForm(base, formId);
  if (!form) return await pageFor("unknown", null);
  return await pageFor(
    await confirmSubmission(visitorContext(base, form), form, token),
    form.organization.name,
  );
}

async function pageFor(state: Confirmable, organization: string | null): Promise<Response> {
  const { title, text, status } = words[state];
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${title}</title>
        <style>
          ${style}
        </style>
      </head>
      <body>
        <main>
          ${organization ? html`<p>${organization}</p>` : ""}
          <h1>${title}</h1>
          <p>${text}</p>
          ${state === "waiting" ? html`<form method="post"><button>Confirm my address</button></form>` : ""}
        </main>
      </body>
    </html>`;
  return new Response(String(await page), {
    status,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
      "cache-control": "private, no-store",
      "referrer-policy": "no-referrer",
    },
  });
}
