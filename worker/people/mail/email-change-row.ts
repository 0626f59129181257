import { eq } from "drizzle-orm";
import * as z from "zod";
import type { Id } from "../../../db/ids";
import { verifications } from "../../../db/schema/control/people";
import type { Base } from "../../kernel/context";

const shape = z.strictObject({ from: z.string(), to: z.string(), confirmed: z.boolean() });

export type EmailChange = z.infer<typeof shape> & { id: Id<"verification">; stored: string };

/** A person has one at a time: the row waits to be confirmed, and then, for a week, to be undone. */
export async function findEmailChange(ctx: Base, userId: Id<"user">): Promise<EmailChange | null> {
  const [row] = await ctx.control
    .select()
    .from(verifications)
    .where(eq(verifications.identifier, identifierOf(userId)));
  if (!row || row.expiresAt.getTime() <= ctx.now()) return null;
  return { id: row.id, stored: row.value, ...shape.parse(JSON.parse(row.value)) };
}

export function valueOf(change: z.infer<typeof shape>): string {
  return JSON.stringify(shape.parse(change));
}

export function identifierOf(userId: Id<"user">): string {
  return `email-change:${userId}`;
}
