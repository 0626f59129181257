/** What somebody is known again by: an address, else a number, else a name with a company. */
export type Known = {
  email?: string | null;
  phone?: string | null;
  firstName?: string;
  lastName?: string;
  companyName?: string;
};

export function matchKeyOf(known: Known): string | null {
  const email = emailKey(known.email);
  if (email) return `e:${email}`;
  const phone = phoneKey(known.phone);
  if (phone) return `p:${phone}`;
  const [name, company] = [nameWords(known), simplify(known.companyName ?? "")];
  return name && company ? `n:${name}|${company}` : null;
}

/** Lower case and without what stands behind a plus: the same mailbox, however it is written. */
export function emailKey(email: string | null | undefined): string | null {
  const text = email?.trim().toLowerCase() ?? "";
  const at = text.lastIndexOf("@");
  if (at < 1) return null;
  const local = text.slice(0, at);
  const plus = local.indexOf("+");
  return `${plus > 0 ? local.slice(0, plus) : local}@${text.slice(at + 1)}`;
}

/** Digits alone, with a plus where the country is named: “00” and “+” mean the same. */
export function phoneKey(phone: string | null | undefined): string | null {
  const text = phone?.replaceAll(/\(0\)/g, "").trim() ?? "";
  const digits = text.replaceAll(/\D/g, "");
  if (digits.length < 6) return null;
  if (text.startsWith("+")) return `+${digits}`;
  return digits.startsWith("00") ? `+${digits.slice(2)}` : digits;
}

/** The order of a list by name: last name first; who has no name stands by what else is known. */
export function nameKeyOf({ firstName = "", lastName = "", companyName = "" }: Known): string {
  return simplify([lastName, firstName, companyName].filter((part) => part !== "").join(" "));
}

/** Lower case, no accents, single spaces. */
export function simplify(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/\p{M}+/gu, "")
    .toLowerCase()
    .replaceAll(/\s+/g, " ")
    .trim()
    .slice(0, 200);
}

function nameWords({ firstName = "", lastName = "" }: Known): string {
  return simplify(`${firstName} ${lastName}`);
}
