import { wordsOf } from "../../../../worker/leads/pure/words";
import type { LeadLine } from "../lead";
import type { Rows } from "./rows";

/**
 * While the answer to a search is on its way: those on the screen whom it will find for sure. Where that is nobody, all
 * stay until the answer knows better.
 */
export function narrowed(rows: Rows, asked: string): Rows {
  const q = new URLSearchParams(asked).get("q");
  if (!q || rows.of === asked) return rows;
  const wanted = wordsOf(q);
  const found = rows.rows.filter((line) => isFoundBy(line, wanted));
  return found.length === 0 ? rows : { ...rows, rows: found, nextCursor: null, count: null, groups: null };
}

function isFoundBy(line: LeadLine, wanted: readonly string[]): boolean {
  const { firstName, lastName, companyName, jobTitle, email } = line;
  const words = wordsOf([firstName, lastName, companyName, jobTitle, email ?? ""].join(" "));
  return wanted.every((begin) => words.some((word) => word.startsWith(begin)));
}
