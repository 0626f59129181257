import { and, eq, lt, sql } from "drizzle-orm";
import { users } from "../../../db/schema/control/people";
import type { Person, PersonContext } from "../../kernel/context";
import { Invalid, NotFound } from "../../kernel/errors";
import type { Preferences } from "../wire";

export type ProfileChange = {
  name?: string;
  firstName?: string | null;
  lastName?: string | null;
  timezone?: string;
  language?: string;
  preferences?: Partial<Preferences>;
};

/** In characters: hundreds of organizations with a view that opens first in each. */
const mostPreferences = 20_000;

/** Preferences are merged where they lie, so that two tabs never undo each other's. */
export async function updateProfile(
  ctx: PersonContext,
  { preferences, ...change }: ProfileChange,
): Promise<Person> {
  const merged = preferences && sql`json_patch(${users.preferences}, ${JSON.stringify(preferences)})`;
  const [row] = await ctx.control
    .update(users)
    .set({ ...change, ...(merged ? { preferences: merged } : {}), updatedAt: new Date(ctx.now()) })
    .where(and(eq(users.id, ctx.person.id), merged && lt(sql`length(${merged})`, mostPreferences)))
    .returning();
  if (!row && merged) throw Invalid.field("/preferences", "too_much", "That is more than we keep for you.");
  if (!row) throw new NotFound();
  return row;
}
