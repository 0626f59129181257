import type { Accents } from "./colors";

/** Reading comes first: a serif of the reader's own machine, some 66 letters a line, no font to wait for. */
export function stylesFor({ light, dark }: Accents): string {
  return `:root{color-scheme:light dark;--accent:light-dark(${light},${dark})}${sheet}`;
}

const sheet = `
:root{--paper:light-dark(#fdfcfa,#17181a);--ink:light-dark(#22262a,#e6e4df);--quiet:light-dark(#5a6067,#a6a8ab);
--line:light-dark(#e5e2dc,#34373b);--on-accent:light-dark(#fff,#17181a);
--serif:Charter,"Bitstream Charter","Sitka Text",Cambria,Georgia,serif;--sans:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:1.1875rem/1.65 var(--serif);overflow-wrap:break-word}
a{color:var(--accent);text-underline-offset:.18em;text-decoration-thickness:1px}
a:hover{text-decoration-thickness:2px}
a:focus-visible{outline:2px solid var(--accent);outline-offset:3px;border-radius:3px}
.skip{position:absolute;inset-inline-start:-999px;top:.75rem;padding:.75rem 1rem;background:var(--paper);font:1rem/1.2 var(--sans)}
.skip:focus{inset-inline-start:1rem}
.bar,.foot{display:flex;flex-wrap:wrap;gap:.25rem 1.25rem;align-items:center;justify-content:space-between;
font:.9375rem/1.4 var(--sans);max-width:43.5rem;width:calc(100% - 2.5rem);margin:0 auto;padding:.75rem 0}
.bar{border-bottom:1px solid var(--line)}
.brand{display:inline-flex;gap:.625rem;align-items:center;min-height:44px;font-weight:600;color:var(--ink);text-decoration:none}
.brand img{max-height:32px;max-width:120px;width:auto}
.foot{border-top:1px solid var(--line);margin-top:4rem;margin-bottom:2.25rem;color:var(--quiet)}
.foot a,.bar nav a{display:inline-flex;align-items:center;min-height:44px;color:inherit}
.links{display:flex;flex-wrap:wrap;gap:0 1.25rem}
main{max-width:46rem;margin:0 auto;padding:2.5rem 1.25rem 0}
h1{font-size:clamp(1.875rem,1.4rem + 2.2vw,2.75rem);line-height:1.15;letter-spacing:-.015em;margin:0 0 1rem;text-wrap:balance;font-weight:700}
h2{font-size:1.5rem;line-height:1.25;margin:2.75rem 0 .75rem;text-wrap:balance}
h3{font-size:1.2rem;line-height:1.35;margin:2rem 0 .5rem}
h4{font-size:1.0625rem;margin:1.75rem 0 .5rem}
p,ul,ol,blockquote,pre{margin:0 0 1.25rem}
li{margin:.35rem 0}
.lead{font-size:1.25rem;line-height:1.55;color:var(--quiet)}
.meta{font:.9375rem/1.5 var(--sans);color:var(--quiet);margin:0 0 2rem}
article img{max-width:100%;height:auto;border-radius:6px}
figure{margin:0 0 2rem}
blockquote{border-inline-start:3px solid var(--accent);padding-inline-start:1.25rem;margin-inline:0;font-style:italic}
blockquote p:last-child{margin-bottom:0}
code{font:.875em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace}
pre{overflow-x:auto;padding:1rem 1.25rem;border:1px solid var(--line);border-radius:6px}
hr{border:0;border-top:1px solid var(--line);margin:2.5rem 0}
.button{display:inline-flex;align-items:center;min-height:48px;padding:.5rem 1.375rem;border-radius:8px;background:var(--accent);
color:var(--on-accent);font:600 1rem/1.3 var(--sans);text-decoration:none}
.button:hover{text-decoration:underline}
.act{margin:2.5rem 0}
.list{list-style:none;margin:0;padding:0}
.list li{margin:0;padding:1.375rem 0;border-bottom:1px solid var(--line)}
.list li:last-child{border-bottom:0}
.list h2,.list h3{margin:0 0 .25rem;font-size:1.3rem;line-height:1.3}
.list h2 a,.list h3 a{color:var(--ink);text-decoration:none}
.list h2 a:hover,.list h3 a:hover{text-decoration:underline}
.list p{margin:0}
.list .meta{margin:.375rem 0 0}
.list a{display:inline-block;padding:.25rem 0}
.section{border-top:1px solid var(--line);margin-top:3.5rem;padding-top:.5rem}
@media print{.skip,.bar nav,.foot,.section,.act{display:none}body{font-size:11pt}}
`.replaceAll("\n", "");
