import type { components } from "../../../sdk";

type Part = components["schemas"]["AuditVerification"];
type Verdict = components["schemas"]["AuditTrailVerdict"];

/** What checking the log came to; `rest` is where to go on if it is too long for one sitting. */
export type Verification = {
  intact: boolean;
  checked: number;
  unsealed: number;
  breaks: NonNullable<Verdict["firstBreak"]>[];
  fingerprints: string[];
  rest: string | null;
};

/** The log is checked in parts; what counts is what they come to together. */
export function verificationOf(parts: Part[]): Verification {
  const verdicts = parts.flatMap(({ databases }) => databases);
  const heads = new Map(verdicts.flatMap(({ database, head }) => (head ? [[database, head.hash]] : [])));
  return {
    intact: parts.every(({ intact }) => intact),
    checked: sum(verdicts.map(({ checked }) => checked)),
    unsealed: sum(verdicts.map(({ unsealed }) => unsealed)),
    breaks: verdicts.flatMap(({ firstBreak }) => (firstBreak ? [firstBreak] : [])),
    fingerprints: [...heads.values()],
    rest: parts.at(-1)?.nextCursor ?? null,
  };
}

function sum(numbers: number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
