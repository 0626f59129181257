import type { Look } from "../contract";

/** On the element itself, so that a page's own `trb-form { --trb-accent: … }` is stronger. */
export function sheetOf({ light, dark }: Look): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.insertRule(":host{}");
  set(sheet.cssRules[0], light);
  if (dark) {
    const at = sheet.insertRule("@media (prefers-color-scheme:dark){:host{}}", 1);
    const media = sheet.cssRules[at];
    if (media instanceof CSSMediaRule) set(media.cssRules[0], dark);
  }
  return sheet;
}

function set(rule: CSSRule | undefined, values: Record<string, string>): void {
  if (!(rule instanceof CSSStyleRule)) return;
  for (const [name, value] of Object.entries(values)) {
    if (name.startsWith("--trb-")) rule.style.setProperty(name, value);
  }
}
