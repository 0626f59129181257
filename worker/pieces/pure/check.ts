/** One thing looked at: whether it is well, and in plain words what to do. */
export type Check = { id: string; state: "good" | "improve" | "problem"; advice: string };

export function good(id: string, advice: string): Check {
  return { id, state: "good", advice };
}

export function improve(id: string, advice: string): Check {
  return { id, state: "improve", advice };
}

export function problem(id: string, advice: string): Check {
  return { id, state: "problem", advice };
}

/** From 0 to 100: what is good counts whole, what can be better half. */
export function scoreOf(checks: readonly Check[]): number {
  const points = checks.reduce((sum, { state }) => sum + { good: 1, improve: 0.5, problem: 0 }[state], 0);
  return checks.length === 0 ? 100 : Math.round((points / checks.length) * 100);
}
