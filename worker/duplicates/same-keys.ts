import { emailKey, phoneKey } from "../leads";

/** One mailbox, however it is written: without case, plus-address and dots, and Google’s two names as one. */
export function mailboxKey(email: string | null): string | null {
  const key = emailKey(email);
  if (key === null) return null;
  const { local, domain } = partsOf(key);
  return `${local.replaceAll(".", "")}@${domain === "googlemail.com" ? "gmail.com" : domain}`;
}

const longestVaried = 24;

/** The ways this mailbox is likely to be written: without dots, and with one dot at each place. */
export function mailboxSpellings(email: string | null): string[] {
  const key = emailKey(email);
  const box = mailboxKey(email);
  if (key === null || box === null) return [];
  const { local, domain } = partsOf(box);
  if (local.length > longestVaried) return [box];
  const dotted = local
    .split("")
    .map((_, at) => (at === 0 ? local : `${local.slice(0, at)}.${local.slice(at)}`));
  const domains = domain === "gmail.com" ? [domain, "googlemail.com"] : [domain];
  return domains
    .flatMap((each) => dotted.map((name) => `${name}@${each}`))
    .filter((spelling) => spelling !== key);
}

/** What stands before the @, where it names a person rather than a desk. */
export function mailName(email: string | null): string | null {
  const key = mailboxKey(email);
  if (key === null) return null;
  const { local } = partsOf(key);
  return local.length < 5 || desks.has(local) ? null : local;
}

const desks = new Set(
  "contact,hello,hallo,kontakt,support,service,office,sales,admin,billing,marketing,webmaster,newsletter,mailbox".split(
    ",",
  ),
);

export function mailDomain(email: string | null): string | null {
  const key = emailKey(email);
  return key === null ? null : partsOf(key).domain;
}

function partsOf(key: string): { local: string; domain: string } {
  const at = key.lastIndexOf("@");
  return { local: key.slice(0, at), domain: key.slice(at + 1) };
}

const callingCodes = "1,7,27,30,31,32,33,34,36,39,40,41,43,44,45,46,47,48,49,61,64,351,353,358,420,421".split(
  ",",
);

/** The same number as somebody abroad, or at home, would dial it. */
export function phoneSpellings(phone: string | null): string[] {
  const key = phoneKey(phone);
  if (key === null) return [];
  if (key.startsWith("+"))
    return callingCodes
      .filter((code) => key.startsWith(`+${code}`))
      .map((code) => `0${key.slice(code.length + 1)}`);
  return key.startsWith("0") ? callingCodes.map((code) => `+${code}${key.slice(1)}`) : [];
}
