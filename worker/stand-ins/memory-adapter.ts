/** Stands for a database in memory, which better-auth would take where it was given none. */
export function memoryAdapter(): never {
  throw new Error("People are kept in D1.");
}
