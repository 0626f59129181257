export function summaryOf(samples) {
  const sorted = samples.toSorted((one, other) => one - other);
  return {
    count: sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
  };
}

export function median(values) {
  return percentile(
    values.toSorted((one, other) => one - other),
    50,
  );
}

/** The smallest value that so many of a hundred do not exceed. */
function percentile(sorted, share) {
  return sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
}
