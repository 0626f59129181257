export class DeadlinePassed extends Error {
  override name = "DeadlinePassed";
}

/** Ends work that takes too long or that its caller no longer wants, even where it ignores the signal. */
export async function withDeadline<T>(
  ms: number,
  work: (signal: AbortSignal) => Promise<T>,
  caller?: AbortSignal,
): Promise<T> {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), ms);
  const signal = caller ? AbortSignal.any([controller.signal, caller]) : controller.signal;
  try {
    return await untilAborted(work(signal), signal);
  } catch (error) {
    if (controller.signal.aborted) throw new DeadlinePassed(`Nothing came within ${ms} ms`, { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
    controller.abort();
  }
}

export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener("abort", abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener("abort", abort));
  });
}
