import { escapeHtml } from "../rich-text";

/** A document that reads well on a screen and prints well on paper; its look stands in it, so that it travels alone. */
export function documentPage(title: string, body: string, { language = "en", footer = "" } = {}): string {
  const foot = footer === "" ? "" : `<footer>${escapeHtml(footer)}</footer>`;
  return `<!doctype html>
<html lang="${escapeHtml(language)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
${body}
</main>
${foot}
</body>
</html>
`;
}

const style = `
@page { size: A4; margin: 22mm 20mm; }
body { margin: 0; background: #fff; color: #1b1f1e; font: 16px/1.6 Georgia, "Times New Roman", serif; }
main, footer { max-width: 42rem; margin: 0 auto; padding: 2rem 1.25rem; overflow-wrap: break-word; }
h1, h2, h3, h4 { font-family: system-ui, sans-serif; line-height: 1.25; break-after: avoid; }
h1 { font-size: 2rem; margin: 0 0 1.5rem; }
h2 { font-size: 1.4rem; margin: 2rem 0 .75rem; }
h3 { font-size: 1.15rem; } h4 { font-size: 1rem; }
li { margin: .25rem 0; } li, blockquote, pre, img { break-inside: avoid; }
blockquote { margin: 1rem 0; padding-left: 1rem; border-left: 3px solid #b9c4c1; color: #45504d; }
pre { white-space: pre-wrap; background: #f2f4f3; padding: .75rem; }
img { max-width: 100%; height: auto; } a { color: #0d5c5a; }
.lead { color: #45504d; } footer { color: #66716e; font-size: .85rem; }
@media print { body { font-size: 11pt; } main, footer { max-width: none; padding: 0; } a { color: inherit; } }
`.trim();
