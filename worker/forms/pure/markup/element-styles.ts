/** What only the element has: its dialogs. A slide-in covers at most 60 % of a phone's height, a popup leaves 16 px around. */
export const elementStyles = `
dialog{all:initial;display:none;box-sizing:border-box;font:inherit}
dialog[open]{display:block;position:fixed;inset:0;margin:auto;width:min(560px,100vw - 32px);height:fit-content;max-height:calc(100dvh - 32px);overflow:auto;overscroll-behavior:contain;background:var(--trb-background);border:1px solid var(--trb-line);border-radius:calc(var(--trb-radius) + 4px);box-shadow:0 12px 48px rgb(0 0 0/.24);z-index:2147483000}
dialog::backdrop{background:rgb(0 0 0/.5)}
dialog.slide[open]{inset:auto 16px 16px auto;margin:0;width:min(400px,100vw - 32px);max-height:min(640px,60dvh)}
dialog.slide[dir=rtl][open]{inset:auto auto 16px 16px}
.top{position:sticky;top:0;display:flex;justify-content:end;height:0;z-index:1}
.close{all:initial;display:grid;place-items:center;width:44px;height:44px;margin:4px;color:var(--trb-text);background:var(--trb-background);border-radius:50%;font:24px/1 system-ui,sans-serif;cursor:pointer}
.close:focus-visible{outline:2px solid var(--trb-accent)}
dialog .trb{padding-top:24px}
dialog .trb-title{padding-inline-end:40px}
@media (prefers-reduced-motion:no-preference){dialog[open]{animation:rise .16s ease-out}}
@keyframes rise{from{opacity:0;transform:translateY(8px)}}
`;
