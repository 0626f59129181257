import { html, raw } from "hono/html";

export type Html = ReturnType<typeof html>;

/** The frame of every documentation page: readable without script, in light and dark, on a phone and on paper. */
export function page(title: string, content: Html): Html {
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Tributary</title>
        <style>
          ${raw(styles)}
        </style>
      </head>
      <body>
        <a class="skip" href="#content">Skip to content</a>
        <header>
          <a href="/" class="brand">Tributary</a>
          <nav aria-label="Documentation">
            <a href="/docs">Reference</a>
            <a href="/docs/problems">Problems</a>
            <a href="/v1/openapi.json">OpenAPI 3.1</a>
          </nav>
        </header>
        ${content}
      </body>
    </html>`;
}

const styles = `
:root { color-scheme: light dark;
  --paper: light-dark(oklch(0.985 0.005 85), oklch(0.19 0.008 230)); --ink: light-dark(oklch(0.25 0.015 240), oklch(0.93 0.006 85));
  --quiet: light-dark(oklch(0.46 0.015 240), oklch(0.74 0.01 85)); --line: light-dark(oklch(0.9 0.008 85), oklch(0.32 0.01 230));
  --wash: light-dark(oklch(0.965 0.007 85), oklch(0.235 0.01 230)); --current: light-dark(oklch(0.45 0.085 195), oklch(0.78 0.09 190)); }
* { box-sizing: border-box }
html { scroll-behavior: smooth; scroll-padding-top: 16px }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto } }
body { margin: 0; background: var(--paper); color: var(--ink); font: 14px/1.6 "Inter Variable", Inter, system-ui, sans-serif }
a { color: var(--current); text-underline-offset: 3px }
a:focus-visible { outline: 2px solid var(--current); outline-offset: 2px; border-radius: 4px }
.skip { position: absolute; left: -999px } .skip:focus { left: 16px; top: 12px; background: var(--paper); padding: 8px }
header { display: flex; flex-wrap: wrap; gap: 8px 24px; align-items: baseline; padding: 16px 24px; border-bottom: 1px solid var(--line) }
.brand { font: 600 20px/1.2 Newsreader, Georgia, serif; color: var(--ink); text-decoration: none }
header nav { display: flex; flex-wrap: wrap; gap: 4px 20px } header nav a { padding: 4px 0 }
.columns { display: grid; grid-template-columns: 232px minmax(0, 760px); gap: 48px; padding: 32px 24px 96px; max-width: 1120px }
.contents { position: sticky; top: 24px; align-self: start; max-height: calc(100vh - 48px); overflow: auto; font-size: 13px }
.contents h2 { font-size: 12px; margin: 16px 0 4px; color: var(--quiet); font-weight: 600 }
.contents ul { list-style: none; margin: 0; padding: 0 } .contents a { display: block; padding: 3px 0; color: var(--ink); text-decoration: none }
.contents a:hover { color: var(--current) }
h1 { font: 500 40px/1.15 Newsreader, Georgia, serif; margin: 0 0 16px } main > h2 { font: 500 28px/1.2 Newsreader, Georgia, serif; margin: 56px 0 8px }
section { border-top: 1px solid var(--line); padding: 28px 0 12px } h3 { font-size: 16px; margin: 0 0 4px } h4 { font-size: 13px; margin: 16px 0 4px }
code, pre { font: 12.5px/1.55 ui-monospace, "SF Mono", Menlo, monospace }
.address { display: block; overflow-wrap: anywhere; color: var(--quiet) } .method { color: var(--current); font-weight: 600 }
pre { background: var(--wash); border: 1px solid var(--line); border-radius: 8px; padding: 12px 16px; overflow: auto; margin: 8px 0 }
table { border-collapse: collapse; width: 100% } th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line) }
th { font-size: 12px; color: var(--quiet); font-weight: 600 } td:first-child { width: 40%; overflow-wrap: anywhere } .wide { overflow-x: auto }
details { margin: 8px 0 } summary { cursor: pointer; color: var(--quiet) } .quiet { color: var(--quiet) }
@media (max-width: 800px) { .columns { display: block; padding: 24px 16px 64px } .contents { position: static; max-height: none; margin-bottom: 32px } h1 { font-size: 28px }
  header { padding: 16px } }
@media print { .contents, header nav { display: none } .columns { display: block } }
`;
