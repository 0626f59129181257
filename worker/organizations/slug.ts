import { eq } from "drizzle-orm";
import { organizations } from "../../db/schema/control/organizations";
import type { Base } from "../kernel/context";

/** Letters and digits of the name; a short random tail where somebody already has it. */
export async function freeSlug(ctx: Base, name: string): Promise<string> {
  const wanted = slugify(name) || "organization";
  const [taken] = await ctx.control
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, wanted));
  return taken ? `${wanted}-${tail(ctx.random(4))}` : wanted;
}

export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(0, 48);
}

function tail(random: Uint8Array): string {
  return [...random].map((byte) => (byte % 36).toString(36)).join("");
}
