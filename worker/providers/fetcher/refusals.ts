import { ProviderError, type ProviderVerdict } from "../../kernel/ports";

/** Why an address was not read, in words that the person who typed it can act on. */
const refusals = {
  invalid_url: ["refuse", "This is not a complete web address. Write it like https://example.com."],
  url_too_long: ["refuse", "This address is too long. Addresses may have up to 2,048 characters."],
  scheme_not_allowed: ["refuse", "Only addresses that begin with http:// or https:// can be opened."],
  credentials_in_url: [
    "refuse",
    "This address contains a user name or password. Remove the part before the @ sign.",
  ],
  port_not_allowed: ["refuse", "Only the usual web ports (80, 443, 8080 and 8443) can be opened."],
  private_address: [
    "refuse",
    "This address leads into a private network. Use the public address of the website.",
  ],
  private_name: [
    "refuse",
    "This name only works inside a private network. Use the public address of the website.",
  ],
  own_address: ["refuse", "This address belongs to Tributary itself. Use the address of another website."],
  dns_no_address: ["refuse", "No website was found at this address. Check the spelling of the domain."],
  dns_failed: [
    "retry",
    "The domain could not be looked up just now. Check the spelling, or try again in a minute.",
  ],
  header_not_allowed: ["refuse", "One of the headers may not be set, or contains a line break."],
  too_many_redirects: ["refuse", "The website forwards in circles: more redirects than can be followed."],
  redirect_invalid: ["refuse", "The website forwards to an address that cannot be read."],
  redirect_downgrade: [
    "refuse",
    "The website forwards from a secure to an insecure address, so reading stopped.",
  ],
  redirect_with_body: [
    "refuse",
    "The website asked to send your data on to another website, so sending stopped.",
  ],
  type_not_allowed: [
    "refuse",
    "The address does not lead to a page, a feed, data or an image that can be read.",
  ],
  too_large: ["refuse", "The answer is too large to be read."],
  timed_out: ["retry", "The website took too long to answer. Try again in a minute."],
  unreachable: ["retry", "The website could not be reached. Check the address, or try again in a minute."],
  cut_off: ["retry", "The website broke off in the middle of its answer. Try again in a minute."],
} as const satisfies Record<string, readonly [ProviderVerdict, string]>;

export type RefusalCode = keyof typeof refusals;

export function refusal(code: RefusalCode, cause?: unknown): ProviderError {
  const [verdict, message] = refusals[code];
  return new ProviderError("fetcher", verdict, code, message, undefined, { cause });
}

/** A write that was under way when it failed may have arrived. */
export function refusalInFlight(
  code: "timed_out" | "unreachable" | "cut_off",
  method: string,
  cause: unknown,
) {
  if (method === "GET" || method === "HEAD") return refusal(code, cause);
  return new ProviderError("fetcher", "unknown", code, refusals[code][1], undefined, { cause });
}
