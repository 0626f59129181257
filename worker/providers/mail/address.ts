export type Mailbox = { name: string; address: string };

const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
const atoms = "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*";
const shape = new RegExp(`^(${atoms})@(?:${label}\\.)+(?!\\d+$)${label}$`, "i");

/**
 * One plain address, and nothing that mail software reads in more than one way: no quoted local part, comment, route or
 * second address. International domains are accepted as they travel (`xn--…`).
 */
export function isMailAddress(text: string): boolean {
  const local = shape.exec(text)?.[1];
  return local !== undefined && local.length <= 64 && text.length <= 254;
}

/** Reads `Name <address>` or a bare address, as settings write it. */
export function parseMailbox(text: string): Mailbox | null {
  const [, name = "", address = ""] = /^\s*(?:"?([^"<>]*?)"?\s*<([^<>]*)>)\s*$/.exec(text) ?? [
    null,
    "",
    text.trim(),
  ];
  return isMailAddress(address) ? { name: name.trim(), address } : null;
}

/** `"Name" <address>`, with the name as a quoted string so that a comma or an @ in it stays a name. */
export function formatMailbox({ name, address }: Mailbox): string {
  return name ? `"${name.replace(/["\\]/g, "\\$&")}" <${address}>` : address;
}
