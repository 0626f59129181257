/** One line of what the doctor says. A note is worth knowing and needs nothing done. */
export function well(words) {
  return { sign: "✓", words };
}

export function note(words) {
  return { sign: "·", words };
}

export function toMend(words, command) {
  return { sign: "✗", words, command };
}

export function needsMending(findings) {
  return findings.some(({ command }) => command !== undefined);
}

/** Tells the findings, one line each, and answers how many need mending. */
export function tell(findings, say) {
  for (const { sign, words, command } of findings) say(`${sign} ${words}${command ? `  →  ${command}` : ""}`);
  return findings.filter(({ command }) => command !== undefined).length;
}
