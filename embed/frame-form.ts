/** The hosted page in a frame, for hosts that want no script of ours near their page; it says how high it is. */
export function frameForm(host: HTMLElement, root: ShadowRoot, from: string): void {
  const frame = document.createElement("iframe");
  const { lang } = host;
  frame.src = `${from}/f/${encodeURIComponent(host.getAttribute("form") ?? "")}?frame=1${lang ? `&lang=${encodeURIComponent(lang)}` : ""}`;
  frame.title = host.title || host.textContent.trim() || "Form";
  frame.loading = "lazy";
  frame.setAttribute(
    "sandbox",
    "allow-forms allow-scripts allow-same-origin allow-popups allow-top-navigation-by-user-activation",
  );
  frame.style.cssText = "display:block;width:100%;border:0;height:480px";
  root.replaceChildren(frame);
  addEventListener("message", function hear({ origin, source, data }: MessageEvent<unknown>) {
    if (!frame.isConnected) return removeEventListener("message", hear);
    if (origin !== from || source !== frame.contentWindow) return;
    const height = heightIn(data);
    if (height) frame.style.height = `${height}px`;
  });
}

function heightIn(data: unknown): number | null {
  if (typeof data !== "object" || data === null || !("type" in data) || data.type !== "trb:height")
    return null;
  return "height" in data && typeof data.height === "number" && data.height > 0 && data.height < 20_000
    ? Math.ceil(data.height)
    : null;
}
