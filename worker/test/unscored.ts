const shown = new Set([
  "score",
  "scoreConfidence",
  "score_confidence",
  "engagementLevel",
  "engagement_level",
]);

/** A lead but for what it shows of its score, which a job of the real queue may bring in the middle of a test. */
export function unscored(lead: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(lead).filter(([name]) => !shown.has(name)));
}
