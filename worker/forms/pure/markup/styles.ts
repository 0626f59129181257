/**
 * How a form looks, on its own page and in a shadow root alike. Sizes are pixels: a host's huge or tiny root must not
 * reach in. `all: initial` cuts off whatever a host lets be inherited; only its font is asked for again.
 */
export const formStyles = `
.trb{all:initial;display:block;box-sizing:border-box;container-type:inline-size;font:16px/1.5 system-ui,sans-serif;font-family:var(--trb-font,inherit);color:var(--trb-text);background:var(--trb-background);color-scheme:var(--trb-scheme,light);border-radius:var(--trb-radius);padding:var(--trb-padding,20px);text-align:start;overflow-wrap:anywhere;-webkit-text-size-adjust:100%;text-size-adjust:100%}
.trb *{box-sizing:border-box}
.trb [hidden]{display:none!important}
.trb form,.trb .trb-pages{display:block;margin:0}
.trb h2,.trb h3,.trb p,.trb ul{margin:0;font:inherit}
.trb .trb-title{font-size:22px;line-height:1.25;font-weight:650;text-wrap:balance;margin-bottom:6px}
.trb .trb-step{font-size:18px;font-weight:650;margin-bottom:var(--trb-gap)}
.trb .trb-help,.trb .trb-optional,.trb .trb-ends,.trb .trb-note,.trb .trb-part{color:var(--trb-muted);font-size:14px;font-weight:400}
.trb .trb-page{margin-top:var(--trb-gap)}
.trb .trb-field{display:block;border:0;padding:0;margin:0 0 var(--trb-gap);min-width:0}
.trb .trb-label{display:block;padding:0;margin:0 0 4px;font-weight:600}
.trb .trb-field>.trb-help{margin:-2px 0 6px}
.trb .trb-input{display:block;width:100%;min-height:44px;margin:0;padding:9px 12px;font:inherit;font-size:16px;color:inherit;background:transparent;border:1px solid var(--trb-line);border-radius:calc(var(--trb-radius)*.75);text-align:start;appearance:auto}
.trb textarea.trb-input{resize:vertical;field-sizing:content;min-height:108px;max-height:60vh}
.trb select.trb-input{background:var(--trb-background)}
.trb .trb-input::placeholder{color:var(--trb-muted);opacity:1}
.trb :focus-visible{outline:2px solid var(--trb-accent);outline-offset:2px}
.trb [tabindex="-1"]:focus{outline:none}
.trb [aria-invalid="true"].trb-input{border-color:var(--trb-error);box-shadow:inset 0 0 0 1px var(--trb-error)}
.trb .trb-error{color:var(--trb-error);font-size:14px;font-weight:500;margin-top:4px}
.trb .trb-error:empty,.trb .trb-summary:empty,.trb .trb-note:empty{display:none}
.trb .trb-summary{border:1px solid var(--trb-error);border-radius:calc(var(--trb-radius)*.75);padding:12px 14px;margin-top:var(--trb-gap)}
.trb .trb-summary ul{padding-inline-start:20px}
.trb .trb-summary a{color:var(--trb-error)}
.trb a{color:inherit;text-underline-offset:.15em}
.trb .trb-choice{display:flex;gap:10px;align-items:flex-start;min-height:44px;padding:10px 0;cursor:pointer;line-height:24px}
.trb .trb-choice input{flex:none;width:20px;height:20px;margin:2px;accent-color:var(--trb-accent)}
.trb .trb-row,.trb .trb-stars,.trb .trb-scale{display:flex;flex-wrap:wrap;gap:8px}
.trb .trb-row .trb-choice{padding-inline-end:16px}
.trb .trb-stars .trb-choice,.trb .trb-scale .trb-choice{position:relative;flex:1 0 44px;max-width:72px;justify-content:center;border:1px solid var(--trb-line);border-radius:calc(var(--trb-radius)*.75)}
.trb .trb-stars input,.trb .trb-scale input{position:absolute;inset:0;width:100%;height:100%;margin:0;opacity:0;cursor:pointer}
.trb .trb-stars .trb-choice:has(:checked),.trb .trb-scale .trb-choice:has(:checked){background:var(--trb-accent);color:var(--trb-on-accent);border-color:var(--trb-accent);font-weight:650}
.trb .trb-stars .trb-choice:has(:focus-visible),.trb .trb-scale .trb-choice:has(:focus-visible){outline:2px solid var(--trb-accent);outline-offset:2px}
.trb .trb-stars span::after{content:" ★"}
.trb .trb-ends{display:flex;justify-content:space-between;gap:16px;margin-top:4px}
.trb .trb-part-of{margin-top:10px}
.trb .trb-part{display:block}
.trb .trb-acts{display:flex;flex-wrap:wrap;gap:12px;align-items:center;margin-top:var(--trb-gap)}
.trb .trb-button{font:inherit;font-weight:650;min-height:44px;padding:9px 20px;border:1px solid var(--trb-accent);border-radius:var(--trb-radius);background:var(--trb-accent);color:var(--trb-on-accent);cursor:pointer;text-decoration:none;display:inline-block;line-height:24px}
.trb .trb-button[aria-disabled="true"]{opacity:.6;cursor:progress}
.trb .trb-plain{background:transparent;color:inherit;border-color:var(--trb-line)}
.trb .trb-note{margin-top:12px;font-size:15px}
.trb .trb-trap{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%);white-space:nowrap}
@media (forced-colors:active){.trb .trb-choice:has(:checked){outline:2px solid}}
`;
