/** Rows that statements read and wrote: what D1 bills. */
export type RowMeter = { read: number; written: number };

type Result = { meta?: { rows_read?: number; rows_written?: number } };
type Ask = (...question: unknown[]) => Promise<Result | Result[]>;
type Asking = Record<string, Ask | undefined>;

/**
 * Counts every row of a session. The public calls do not all tell what they cost (`raw()` keeps it to itself), so this
 * listens where they all pass. For tests and benchmarks only: nothing in production depends on it.
 */
export function meterRows(session: D1DatabaseSession, meter: RowMeter): void {
  // safe: an object may be looked at as a record; what is not a function is left alone
  const asking = session as unknown as Asking;
  for (const name of ["_sendOrThrow", "_queryOrThrow"]) {
    const ask = asking[name]?.bind(session);
    if (!ask) continue;
    asking[name] = async (...question) => {
      const answer = await ask(...question);
      for (const { meta } of Array.isArray(answer) ? answer : [answer]) {
        meter.read += meta?.rows_read ?? 0;
        meter.written += meta?.rows_written ?? 0;
      }
      return answer;
    };
  }
}
