import { html, raw } from "hono/html";
import { plainTheme } from "../pure/theme";
import { directionOf } from "../pure/texts";
import { type FormDefinition } from "../pure/form";
import { type Block, formStyles, htmlOf } from "../pure/markup";
import type { PublishedForm } from "../published";
import { lookOf, rulesOf } from "./look";
import { framingPages } from "./origins";

export type FormPage = { html: string; headers: Record<string, string> };

export type Shell = {
  /** Absent where no form is to be named. */
  published?: PublishedForm;
  definition?: FormDefinition;
  language: string;
  title: string;
  description?: string;
  content: Block[];
  isFramed: boolean;
  /** Scripts of ours, by path. A page that needs none has none. */
  scripts?: string[];
  canonical?: string;
  extraStyles?: string;
  appUrl: string;
};

const challenge = "https://challenges.cloudflare.com";

/** The page around a form, thanks, or a notice: one sheet of paper in the form's own colours. */
export async function formPage(shell: Shell): Promise<FormPage> {
  const {
    published,
    language,
    title,
    description,
    content,
    isFramed,
    canonical,
    extraStyles = "",
    appUrl,
  } = shell;
  const theme = shell.definition?.theme ?? plainTheme;
  const styles =
    rulesOf(lookOf(theme), ":root") + formStyles + (isFramed ? framedStyles : pageStyles) + extraStyles;
  const page = html`<!doctype html>
    <html lang="${language}" dir="${directionOf(language)}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${description ? html`<meta name="description" content="${description.slice(0, 300)}" />` : ""}
        ${canonical ? html`<link rel="canonical" href="${canonical}" />` : html`<meta name="robots" content="noindex" />`}
        <link rel="icon" href="data:," />
        ${raw(`<style>${styles}</style>`)}
        ${scriptsOf(shell).map((src) => html`<script async src="${src}"></script>`)}
      </head>
      <body>
        <main>${raw(content.map(htmlOf).join(""))}</main>
        ${published && !isFramed ? footer(published, appUrl) : ""}
      </body>
    </html>`;
  return { html: String(await page), headers: await headersOf(shell, styles) };
}

function footer({ business, isBranded }: PublishedForm, appUrl: string) {
  return html`<footer>
    ${business.website ? html`<a href="${business.website}" rel="noopener">${business.name}</a>` : html`<span>${business.name}</span>`}
    ${isBranded ? html`<a href="${appUrl}" rel="noopener">Tributary</a>` : ""}
  </footer>`;
}

function scriptsOf({ published, scripts = [], isFramed }: Shell): string[] {
  const hasChallenge = published?.settings.challengeSiteKey && scripts.includes("challenge");
  const own = scripts.filter((name) => name !== "challenge");
  return [
    ...own,
    ...(isFramed ? ["/embed/frame.js"] : []),
    ...(hasChallenge ? [`${challenge}/turnstile/v0/api.js`] : []),
  ];
}

/** Nothing may load or run but what this very page names; who may frame it is the form's own rule (FRAME-01). */
async function headersOf(shell: Shell, styles: string): Promise<Record<string, string>> {
  const scripts = scriptsOf(shell);
  const isChallenged = scripts.some((src) => src.startsWith(challenge));
  const sources = [
    ...(scripts.some((src) => src.startsWith("/")) ? ["'self'"] : []),
    ...(isChallenged ? [challenge] : []),
  ];
  const policy = [
    "default-src 'none'",
    `style-src '${await hashOf(styles)}'`,
    "img-src data:",
    ...(sources.length > 0 ? [`script-src ${sources.join(" ")}`, "connect-src 'self'"] : []),
    ...(isChallenged ? [`frame-src ${challenge}`] : []),
    `form-action ${["'self'", ...targetsOf(shell.definition)].join(" ")}`,
    "base-uri 'none'",
    `frame-ancestors ${framingPages(shell.published?.settings.allowedDomains ?? [])}`,
  ];
  return {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy.join("; "),
    "cross-origin-resource-policy": "cross-origin",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "cache-control": "private, no-store",
    "referrer-policy": "strict-origin-when-cross-origin",
  };
}

/** A browser counts where a post is redirected to as where it is sent. */
function targetsOf(definition: FormDefinition | undefined): string[] {
  const urls = definition?.endings.flatMap(({ kind, url }) =>
    kind === "redirect" && url ? [new URL(url).origin] : [],
  );
  return [...new Set(urls)];
}

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}

const pageStyles = `
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;min-height:100dvh;display:flex;flex-direction:column;align-items:center;background:color-mix(in oklab,var(--trb-background) 96%,var(--trb-text));color:var(--trb-text);font:16px/1.5 system-ui,sans-serif}
main{width:100%;max-width:640px;box-sizing:border-box;padding:clamp(0px,4vw,48px) clamp(0px,4vw,24px);flex:1}
main .trb{--trb-padding:clamp(20px,5vw,40px);font-family:var(--trb-font,system-ui)}
trb-form{display:block}
footer{display:flex;gap:20px;padding:12px 20px 28px;font-size:14px;color:var(--trb-muted)}
footer a{color:inherit;display:inline-flex;align-items:center;min-height:24px}
`;

const framedStyles = `
body{margin:0;background:var(--trb-background);font:16px/1.5 system-ui,sans-serif}
main .trb{--trb-padding:2px}
trb-form{display:block}
`;
