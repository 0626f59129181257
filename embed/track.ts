/**
 * What a website pastes to tell what its visitors do (docs/tracking.md). In the mode `ask` it neither keeps nor sends
 * anything before consent; it sets no cookie in any mode, and does nothing where a browser says Global Privacy Control.
 */
type Data = Record<string, string | number | boolean>;
type Command = ["consent", boolean] | ["identify", string] | ["view"] | ["conversion", Data?];
type Queue = Command[] & { visitor?: string | undefined };
type Sent = { type: string; [field: string]: unknown };

const script = document.currentScript as HTMLScriptElement | null; // safe: pasted as a classic script
const { key = "", consent: mode = "ask" } = script?.dataset ?? {};
const door = new URL("/t/events", script?.src ?? location.href);
const kept = "trb_visitor";
const patience = 400;
const mostAtOnce = 20;

const queue: Queue = ((window as { tributary?: Queue }).tributary ??= []);
const marks = takeMarks();
const session = newId();
let consented = Boolean(read());
let waiting: Sent[] = [];
let timer: ReturnType<typeof setTimeout> | undefined;
let handover: string | undefined;
let shown = "";
let cameFrom = document.referrer;

if (key && !(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl) begin();

function begin(): void {
  queue.visitor = read();
  const push = queue.push;
  queue.push = (...commands) => {
    commands.forEach(obey);
    return push.apply(queue, commands);
  };
  [...queue].forEach(obey);
  const { documentElement } = document;
  documentElement.addEventListener("click", noteClick, true);
  addEventListener("popstate", noteView);
  addEventListener("pagehide", send);
  addEventListener("visibilitychange", () => document.hidden && send());
  for (const name of ["pushState", "replaceState"] as const) {
    const change = history[name];
    history[name] = (...given) => {
      change.apply(history, given);
      // The title is usually put right after the address.
      setTimeout(noteView);
    };
  }
  if ((document as { prerendering?: boolean }).prerendering)
    document.addEventListener("prerenderingchange", noteView, { once: true });
  else noteView();
}

function obey([name, value]: Command): void {
  if (name === "consent") decide(value);
  if (name === "identify") note("identify", { email: value });
  if (name === "conversion") note("conversion", value ? { data: value } : {});
  if (name === "view") note("view");
}

function decide(agreed: boolean): void {
  consented = agreed;
  if (agreed) send();
  else forget();
}

function forget(): void {
  waiting = [];
  queue.visitor = handover = undefined;
  try {
    localStorage.removeItem(kept);
  } catch {}
}

function noteView(): void {
  const page = location.pathname + location.search;
  if (page === shown) return;
  shown = page;
  note("view");
  cameFrom = location.href;
}

function noteClick({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>("a[href]") : null;
  if (!link?.protocol.startsWith("http") || link.host === location.host) return;
  note("click", { target: link.href });
  // Our own short links take a visitor who agreed along to the next website.
  if (handover && link.origin === door.origin && link.pathname.startsWith("/l/")) {
    const address = new URL(link.href);
    address.searchParams.set("trb_v", handover);
    link.href = address.href;
  }
}

function note(type: string, more: object = {}): void {
  const { title } = document;
  const seen = { id: newId(), type, at: Date.now(), url: location.href, title: title.slice(0, 500) };
  waiting = [...waiting, { ...seen, referrer: cameFrom, ...more }].slice(-mostAtOnce);
  clearTimeout(timer);
  timer = setTimeout(send, patience);
}

function send(): void {
  clearTimeout(timer);
  if (waiting.length === 0 || (mode === "ask" && !consented)) return;
  const marked = consented ? { visitor: read(), handover: marks.trb_v } : {};
  const body = {
    key,
    consent: consented,
    now: Date.now(),
    session,
    click: marks.trb_c,
    ...marked,
    events: waiting,
  };
  waiting = [];
  fetch(door, { method: "POST", body: JSON.stringify(body), keepalive: true, credentials: "omit" })
    .then((answer) => (answer.ok ? answer.json() : {}))
    .then(keep, () => undefined);
}

function keep(answer: { visitor?: string; handover?: string }): void {
  if (!consented || !answer.visitor) return;
  queue.visitor = answer.visitor;
  handover = answer.handover;
  try {
    localStorage.setItem(kept, answer.visitor);
  } catch {}
}

function read(): string | undefined {
  try {
    return localStorage.getItem(kept) ?? queue.visitor;
  } catch {
    return queue.visitor;
  }
}

/** What a link brought along leaves the address, so that nobody passes it on. */
function takeMarks(): { trb_c?: string; trb_v?: string } {
  const address = new URL(location.href);
  const found: Record<string, string> = {};
  for (const name of ["trb_c", "trb_v"]) {
    const value = address.searchParams.get(name);
    if (value) found[name] = value;
    address.searchParams.delete(name);
  }
  if (Object.keys(found).length > 0) history.replaceState(history.state, "", address);
  return found;
}

function newId(): string {
  return crypto.randomUUID?.() ?? `${Date.now()}-${Math.random().toString(36).slice(2)}`;
}
