/** A column of the table that is more than one in a file, or is called otherwise there. */
const inFiles: Record<string, readonly string[]> = {
  name: ["firstName", "lastName"],
  value: ["value", "currency"],
  assignedTo: ["owner"],
  nextAction: [],
};

/** What the columns of a view are called in a CSV file, in their order. */
export function exportedColumns(keys: readonly string[]): string[] {
  return keys.flatMap((key) => inFiles[key] ?? key);
}
