import { eq } from "drizzle-orm";
import * as z from "zod";
import { organizations } from "../../db/schema/control/organizations";
import type { Base } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { isTaken } from "../kernel/write";

export const slugShape = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/, "Use 1 to 48 small letters, digits and hyphens.");

/** Letters and digits of the name; a short random tail where somebody already has it. */
export async function freeSlug(ctx: Base, name: string): Promise<string> {
  const wanted = slugify(name) || "organization";
  const [taken] = await ctx.control
    .select({ id: organizations.id })
    .from(organizations)
    .where(eq(organizations.slug, wanted));
  return taken ? `${wanted.slice(0, 43)}-${tail(ctx.random(4))}` : wanted;
}

/** Slugs are unique among all organizations, so a refusal says no more than that (TEN-11). */
export async function refuseTakenSlug(work: Promise<void>): Promise<void> {
  try {
    return await work;
  } catch (error) {
    if (isTaken(error, "organizations.slug")) throw new Conflict("slug_taken", "This slug is not available.");
    throw error;
  }
}

export function slugify(name: string): string {
  return name
    .normalize("NFKD")
    .replaceAll(/\p{M}/gu, "")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .slice(0, 48)
    .replaceAll(/^-+|-+$/g, "");
}

function tail(random: Uint8Array): string {
  return [...random].map((byte) => (byte % 36).toString(36)).join("");
}
