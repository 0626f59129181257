export const longestTarget = 2048;

export type TargetProblem =
  | "empty"
  | "too_long"
  | "not_an_address"
  | "not_web"
  | "credentials"
  | "no_host"
  | "own_link"
  | "blocked"
  | "not_allowed";
export type TargetRead = { url: string } | { problem: TargetProblem };

const control = /[\u0000-\u0020\u007F-\u009F\u2028\u2029\\]/u;

/**
 * Where a link may lead (REDIR-01): a whole http or https address without a name or password in it. It is read once; what is
 * kept is what was read, with a name in other letters as the Punycode that browsers compare, so that nobody is shown
 * one host and sent to another.
 */
export function readTarget(typed: string): TargetRead {
  const text = typed.trim();
  if (text === "") return { problem: "empty" };
  if (text.length > longestTarget) return { problem: "too_long" };
  if (control.test(text) || text.startsWith("/")) return { problem: "not_an_address" };
  const named = /^[a-z][a-z0-9+.-]*:/i.test(text) && !isHostWithPort(text) ? text : `https://${text}`;
  if (!/^https?:\/\//i.test(named)) return { problem: "not_web" };
  const url = URL.parse(named);
  if (!url) return { problem: "not_an_address" };
  if (url.username !== "" || url.password !== "" || namesSomebody(named)) return { problem: "credentials" };
  if (!isHost(url.hostname)) return { problem: "no_host" };
  return url.href.length > longestTarget ? { problem: "too_long" } : { url: url.href };
}

/** `shop.example:8080/x` is an address without its scheme, not a scheme. */
function isHostWithPort(text: string): boolean {
  return /^[^/?#:@]+\.[^/?#:@]+:\d{1,5}(?:[/?#]|$)/.test(text) || /^localhost:\d{1,5}(?:[/?#]|$)/.test(text);
}

/** `https://@evil.example` has no name in it, and yet reads as if it had. */
function namesSomebody(address: string): boolean {
  return /^[a-z]+:\/\/[^/?#]*@/i.test(address);
}

/** A name with a dot, an address in numbers, or the machine that this runs on. */
function isHost(host: string): boolean {
  return host === "localhost" || host.startsWith("[") || /^[^.\s]+(\.[^.\s]+)+\.?$/.test(host);
}

export function targetWords(problem: TargetProblem): string {
  return words[problem];
}

const words: Record<TargetProblem, string> = {
  empty: "Type the address that the link leads to.",
  too_long: `An address may have up to ${longestTarget} characters.`,
  not_an_address: "This is not a web address, such as https://example.com/page.",
  not_web: "A link may only lead to an http or https address.",
  credentials: "Leave the name and the password out of the address.",
  no_host: "This address names no website, such as example.com.",
  own_link: "This is a short link itself. Use the address that it leads to.",
  not_allowed:
    "Your organization’s rules for links do not allow this place. An admin can change them in the settings.",
  blocked: "This address is on the list of places that links may not lead to.",
};

/** Whether an address is at one of these hosts or at a name below it. */
export function isAt(url: string, hosts: readonly string[]): boolean {
  if (hosts.length === 0) return false;
  const name = `.${hostOf(url)}`;
  return hosts.some((host) => name.endsWith(`.${hostOf(`http://${host.replace(/^\*?\./, "")}`)}`));
}

/** As addresses are compared: small letters, names of other scripts in their plain form. */
function hostOf(url: string): string {
  return URL.parse(url)?.hostname.replace(/\.$/, "") ?? "";
}
