export type CheckState = "unknown" | "ok" | "moved" | "dead";
/** What came of one look at a target. */
export type Look =
  | { kind: "answered"; status: number; location: string | null }
  | { kind: "refused"; code: string; message: string };
export type Standing = { checkState: CheckState; failures: number };
export type Found = Standing & { checkNote: string; movedTo: string | null; nextInMs: number };

const hour = 3_600_000;
const day = 24 * hour;
/** After a look that found something wrong, again after so long; then once a day. */
const patience = [hour / 4, hour, 6 * hour];
/** One silence may be a restart; so many in a row are not. */
const silences = 3;
const goneFor = new Set([404, 410]);
const movedFor = new Set([301, 308]);
/** Not a page that people could not see, but a door that is shut to programs. */
const shutToUs = new Set([401, 403, 405, 406, 429, 451, 999]);
/** What no try will change: the name is not there, or the address leads where nobody outside can go. */
const hopeless = new Set([
  "dns_no_address",
  "private_address",
  "private_name",
  "port_not_allowed",
  "invalid_url",
]);

/** What a look means for a link that stood like this before. */
export function judgeLook(before: Standing, look: Look, url: string): Found {
  if (look.kind === "refused") return notReached(before, look);
  const { status, location } = look;
  if (goneFor.has(status)) return dead(before, `The site says that the page is gone (${status}).`);
  const target = location === null ? null : (URL.parse(location, url)?.href ?? null);
  if (movedFor.has(status) && target && isElsewhere(url, target))
    return { ...well("moved", "The site says that the page has moved for good, to:"), movedTo: target };
  if (status >= 500) return silent(before, `The site answers with an error (${status}).`);
  if (shutToUs.has(status)) return well("ok", `The site is there, and does not let programs in (${status}).`);
  return status >= 400 ? silent(before, `The site refuses the page (${status}).`) : well("ok", "");
}

function notReached(before: Standing, { code, message }: Extract<Look, { kind: "refused" }>): Found {
  // Our own pages are not ours to ask from outside.
  if (code === "own_address") return well("ok", "A page of ours.");
  if (code === "dns_failed")
    return { ...before, checkNote: "It could not be looked up just now.", movedTo: null, nextInMs: hour };
  return hopeless.has(code) ? dead(before, message) : silent(before, message);
}

function well(checkState: CheckState, checkNote: string): Found {
  return { checkState, checkNote, movedTo: null, failures: 0, nextInMs: day };
}

function dead({ failures }: Standing, checkNote: string): Found {
  return { checkState: "dead", checkNote, movedTo: null, failures: failures + 1, nextInMs: day };
}

function silent(before: Standing, checkNote: string): Found {
  const failures = before.failures + 1;
  if (failures >= silences) return dead(before, checkNote);
  const checkState = before.checkState === "dead" ? "dead" : before.checkState;
  return { checkState, checkNote, movedTo: null, failures, nextInMs: patience[failures - 1] ?? day };
}

/** From http to https, with or without `www.` or a last slash, is the same place. */
function isElsewhere(from: string, to: string): boolean {
  return plain(from) !== plain(to);
}

function plain(address: string): string {
  const { host, pathname, search } = new URL(address);
  return `${host.replace(/^www\./, "")}${pathname.replace(/\/+$/, "")}${search}`;
}
