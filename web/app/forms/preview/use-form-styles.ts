import { useSyncExternalStore } from "react";
import { formStyles } from "../../../../worker/forms/pure/markup";

const ours = `
.trb [data-key][data-chosen] { outline: 2px solid color-mix(in srgb, var(--trb-accent) 40%, transparent); outline-offset: 8px; border-radius: var(--trb-radius) }
.trb[data-preview] { padding: clamp(20px, 5cqi, 40px) }
.trb[data-preview] > * { max-width: 36rem; margin-inline: auto }
`;

let adopted = false;

/** The visitor's own style sheet, adopted once: no style element, so no policy has to allow one. True once it is there. */
export function useFormStyles(): boolean {
  return useSyncExternalStore(adopt, isAdopted, () => false);
}

function adopt(onChange: () => void): () => void {
  if (!adopted) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(formStyles + ours);
    document.adoptedStyleSheets.push(sheet);
    adopted = true;
    onChange();
  }
  return () => undefined;
}

function isAdopted(): boolean {
  return adopted;
}
