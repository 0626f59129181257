/**
 * When a popup, slide-in or bar opens. By itself never, unless its owner wrote `opens="after:10"` (seconds),
 * `opens="scroll:50"` (percent of the page) or `opens="leave"`; `once` asks for a note in this tab's session storage.
 */
export function whenOwnerWants(host: HTMLElement, root: ShadowRoot, mode: string, open: () => void): void {
  host.addEventListener("click", (event) => {
    if (event.composedPath().some((target) => target instanceof HTMLDialogElement)) return;
    event.preventDefault();
    open();
  });
  if (mode === "bar") root.replaceChildren(bar(host));
  else if (host.childElementCount > 0 && !host.firstElementChild?.checkVisibility())
    root.replaceChildren(trigger(host));
  const [rule, amount] = (host.getAttribute("opens") ?? "").split(":");
  if (host.hasAttribute("once") && wasOpened(host)) return;
  if (rule === "after") setTimeout(() => host.isConnected && open(), Number(amount) * 1000);
  if (rule === "scroll") untilScrolled(host, Number(amount) / 100, open);
  if (rule === "leave") document.documentElement.addEventListener("mouseleave", open, { once: true });
}

/** A page that hides its own link still gets a way in. */
function trigger(host: HTMLElement): HTMLElement {
  const button = document.createElement("button");
  button.type = "button";
  button.setAttribute("part", "trigger");
  button.textContent = host.textContent.trim();
  button.style.cssText = "font:16px/24px system-ui,sans-serif;min-height:44px;padding:9px 20px";
  return button;
}

/** Along the lower edge of the window; it covers no more than itself, and can be put away. */
function bar(host: HTMLElement): HTMLElement {
  const strip = document.createElement("div");
  strip.setAttribute("part", "bar");
  strip.style.cssText =
    "position:fixed;inset:auto 0 0;z-index:2147483000;display:flex;gap:12px;align-items:center;justify-content:center;min-height:56px;padding:6px 56px;font:16px/1.4 system-ui,sans-serif;background:var(--trb-bar,#1f2124);color:var(--trb-on-bar,#fff);color-scheme:dark";
  const close = document.createElement("button");
  close.type = "button";
  close.setAttribute("aria-label", host.getAttribute("close-label") ?? "Close");
  close.textContent = "×";
  close.style.cssText =
    "position:absolute;inset-inline-end:6px;width:44px;height:44px;border:0;background:none;color:inherit;font:24px/1 system-ui,sans-serif;cursor:pointer";
  close.addEventListener("click", (event) => {
    event.stopPropagation();
    strip.remove();
    noteOpened(host);
  });
  strip.append(trigger(host), close);
  return strip;
}

function untilScrolled(host: HTMLElement, share: number, open: () => void): void {
  addEventListener(
    "scroll",
    function look() {
      const { scrollHeight, clientHeight } = document.documentElement;
      if (host.isConnected && scrollY < (scrollHeight - clientHeight) * share) return;
      removeEventListener("scroll", look);
      if (host.isConnected) open();
    },
    { passive: true },
  );
}

function wasOpened(host: HTMLElement): boolean {
  const isNoted = sessionStorage.getItem(noteName(host)) !== null;
  if (!isNoted) host.addEventListener("trb:open", () => noteOpened(host), { once: true });
  return isNoted;
}

function noteOpened(host: HTMLElement): void {
  if (host.hasAttribute("once")) sessionStorage.setItem(noteName(host), "1");
}

function noteName(host: HTMLElement): string {
  return `tributary:${host.getAttribute("form")}`;
}
