/** What was, what is, and what was taken back; the newest of the past and of the future stand last. */
export type History<T> = { past: readonly T[]; now: T; future: readonly T[]; mark: Mark | null };

/** What the last step was about. Typing on in the same field goes on with that step, so that undo takes back a thought and not a letter. */
type Mark = { about: string; at: number };

const mostSteps = 200;
const pauseMs = 1_500;

export function begin<T>(now: T): History<T> {
  return { past: [], now, future: [], mark: null };
}

/** `about` names the field that is typed in; a step without it always stands by itself. */
export function step<T>(history: History<T>, next: T, at: number, about?: string): History<T> {
  if (next === history.now) return history;
  const mark = about === undefined ? null : { about, at };
  const goesOn = history.mark !== null && history.mark.about === about && at - history.mark.at < pauseMs;
  const past = goesOn ? history.past : [...history.past, history.now].slice(-mostSteps);
  return { past, now: next, future: [], mark };
}

export function undo<T>({ past, now, future }: History<T>): History<T> {
  const before = past.at(-1);
  if (before === undefined) return { past, now, future, mark: null };
  return { past: past.slice(0, -1), now: before, future: [...future, now], mark: null };
}

export function redo<T>({ past, now, future }: History<T>): History<T> {
  const after = future.at(-1);
  if (after === undefined) return { past, now, future, mark: null };
  return { past: [...past, now], now: after, future: future.slice(0, -1), mark: null };
}
