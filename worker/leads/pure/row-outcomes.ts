import { emailKey } from "./match";

export type Duplicates = "skip" | "update" | "create";
type Row = { matchKey: string | null; phone: string | null; said: { email?: string | null | undefined } };
type Person = { matchKey: string | null; phoneKey: string | null; email: string | null };
/** Somebody whom rows of a lot are about: a lead that is there, or one to be made of them. */
export type Target<R, P> = { known: P | null; rows: R[]; isDouble: boolean };
export type Outcome<R, P> = { row: R; does: "create" | "update" | "skip"; target: Target<R, P> };

/**
 * Whom each row is about, by the same rule as a form: by what is asked first, or else by a number that is nobody else's
 * address. Rows of one lot find each other as they find what is there.
 */
export function settleRows<R extends Row, P extends Person>(
  rows: readonly R[],
  people: readonly P[],
  duplicates: Duplicates,
): Outcome<R, P>[] {
  const byMatch = new Map<string, Target<R, P>>();
  const byPhone = new Map<string, Target<R, P>>();
  for (const known of people) remember({ known, rows: [], isDouble: false }, known, known.phoneKey);
  return rows.map((row) => {
    const found = find(row);
    if (found && duplicates === "skip") return { row, does: "skip", target: found };
    if (found && duplicates === "update") {
      found.rows.push(row);
      remember(found, row, row.phone);
      return { row, does: "update", target: found };
    }
    const target = { known: null, rows: [row], isDouble: found !== undefined };
    remember(target, row, row.phone);
    return { row, does: "create", target };
  });

  function remember(target: Target<R, P>, { matchKey }: { matchKey: string | null }, phone: string | null) {
    if (matchKey && !byMatch.has(matchKey)) byMatch.set(matchKey, target);
    if (phone && !byPhone.has(phone)) byPhone.set(phone, target);
  }

  function find({ matchKey, phone, said }: R): Target<R, P> | undefined {
    if (matchKey === null) return undefined;
    const exact = byMatch.get(matchKey);
    if (exact || phone === null) return exact;
    const sameNumber = byMatch.get(`p:${phone}`) ?? byPhone.get(phone);
    return !emailKey(said.email) || !hasEmail(sameNumber) ? sameNumber : undefined;
  }
}

function hasEmail<R extends Row, P extends Person>(target: Target<R, P> | undefined): boolean {
  return Boolean(target?.known?.email) || (target?.rows ?? []).some(({ said }) => emailKey(said.email));
}
