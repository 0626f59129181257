/** Stay with the owner, or with everybody: no exception gives or takes them. */
const fixed = new Set(["organization:read", "organization:delete", "organization:transfer"]);

/** What an exception may be about: nobody gives or takes what they do not have. */
export function exceptionsOffered(own: readonly string[]): string[] {
  return own.filter((permission) => !fixed.has(permission));
}

type Choice = {
  /** What the role gives. */
  base: readonly string[];
  offered: readonly string[];
  chosen: readonly string[];
  /** Those there are; what was not offered stays as it is. */
  before: readonly string[];
};

/** From what somebody shall be able to do to the exceptions from their role: “+” gives, “-” takes away. */
export function exceptionsFrom({ base, offered, chosen, before }: Choice): string[] {
  const untouched = before.filter((override) => !offered.includes(override.slice(1)));
  const changed = offered.flatMap((permission) => {
    const isChosen = chosen.includes(permission);
    if (isChosen === base.includes(permission)) return [];
    return [`${isChosen ? "+" : "-"}${permission}`];
  });
  return [...untouched, ...changed];
}

export function exceptionsIn(overrides: readonly string[]): { added: string[]; taken: string[] } {
  const after = (sign: string) =>
    overrides.filter((override) => override.startsWith(sign)).map((override) => override.slice(1));
  return { added: after("+"), taken: after("-") };
}
