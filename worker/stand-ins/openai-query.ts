/** Stands for nested queries in every dialect; Tributary's calls to OpenAI have none, and plain ones are written so. */
export function stringifyQuery(query: Record<string, string>): string {
  return new URLSearchParams(query).toString();
}
