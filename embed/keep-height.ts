/**
 * Changes the element without moving what stands below it: it stays as high as it was. Whatever the page reserved by its
 * own content (a link, a spacer) is measured, so that no number has to be told twice.
 */
export function keepHeight(host: HTMLElement, sheet: CSSStyleSheet, change: () => void): void {
  const around = host.parentElement ?? host;
  const before = around.getBoundingClientRect().height;
  setLeast(sheet, leastOf(sheet));
  change();
  const lost = before - around.getBoundingClientRect().height;
  if (lost > 0) setLeast(sheet, host.getBoundingClientRect().height + lost);
}

/** Nothing that a page says about all of its elements hides a form: what is important in here outranks it. */
function setLeast(sheet: CSSStyleSheet, pixels: number): void {
  sheet.replaceSync(
    `:host{display:block!important;opacity:1!important;visibility:visible!important;height:auto!important;min-height:${pixels}px!important}:host([hidden]){display:none!important}`,
  );
}

function leastOf(sheet: CSSStyleSheet): number {
  const rule = sheet.cssRules[0];
  return rule instanceof CSSStyleRule ? parseFloat(rule.style.minHeight) || 0 : 0;
}
