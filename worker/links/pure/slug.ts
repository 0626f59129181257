/** What nobody writes wrong: no l, o, i, u. A drawn slug begins with its database, so that it is found without a directory. */
const drawn = /^0[0-9a-z][0-9abcdefghjkmnpqrstvwxyz]{7}$/;
const chosen = /^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/;
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const randomLength = 7;

export const randomBytesPerSlug = randomLength;

export function drawSlug(cell: string, random: Uint8Array): string {
  let slug = cell;
  for (let at = 0; at < randomLength; at++) slug += alphabet[(random[at] ?? 0) % 32];
  return slug;
}

/** The database that a drawn slug names; null for a name that somebody chose. */
export function cellOfSlug(slug: string): string | null {
  return drawn.test(slug) ? slug.slice(0, 2) : null;
}

/** Letters, digits and hyphens within, two at least. */
export function isChosenSlug(slug: string): boolean {
  return slug.length >= 2 && chosen.test(slug) && !slug.includes("--") && cellOfSlug(slug) === null;
}

/** As somebody types it: capitals and blanks are forgiven. */
export function readSlug(typed: string): string {
  return typed.trim().toLowerCase().replaceAll(/\s+/g, "-");
}

/** What the address may ask for at all; anything else is answered without looking. */
export function isAnySlug(slug: string): boolean {
  return slug.length <= 48 && chosen.test(slug);
}
