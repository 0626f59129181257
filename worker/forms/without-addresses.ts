/** AI-01 No address comes into a form by a model: its labels need none, and where a form leads is for a person to say. */
export function withoutAddresses<T>(value: T): T {
  const cleaned: unknown = JSON.parse(JSON.stringify(value), (_, part: unknown) =>
    typeof part === "string" ? part.replaceAll(address, "").replaceAll(/ {2,}/g, " ").trim() : part,
  );
  // safe: only the words inside its strings have changed
  return cleaned as T;
}

const address = /(?:[a-z][a-z0-9+.-]*:\/\/|www\.|javascript:|data:)\S*/gi;
