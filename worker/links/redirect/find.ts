import { and, eq } from "drizzle-orm";
import { bindingNameOf } from "../../../db/client";
import type { Id } from "../../../db/ids";
import { managedUrls } from "../../../db/schema/cell/links";
import { organizations } from "../../../db/schema/control/organizations";
import { directory } from "../../../db/schema/control/platform";
import type { Base } from "../../kernel/context";
import { isStopped, readPolicy } from "../pure/policy";
import { cellOfSlug, isAnySlug } from "../pure/slug";
import { withUtm } from "../pure/utm";
import type { Destination } from "./known";

type Reader = Pick<Base, "control" | "openCell" | "settings">;

/** A drawn slug says itself in which database it is; one that somebody chose stands in the directory. */
export async function findDestination(reader: Reader, slug: string): Promise<Destination> {
  if (!isAnySlug(slug)) return { kind: "unknown" };
  const cell = cellOfSlug(slug) ?? (await cellByName(reader, slug));
  if (cell === null || !isCellHere(reader, cell)) return { kind: "unknown" };
  const [link] = await reader.openCell(cell).select().from(managedUrls).where(eq(managedUrls.slug, slug));
  if (!link) return { kind: "unknown" };
  const settings = await settingsOfOpen(reader, link.organizationId);
  if (settings === null) return { kind: "closed" };
  if (link.archivedAt !== null) return { kind: "archived" };
  if (isStopped(link, readPolicy(settings), reader.settings.LINK_BLOCKED_HOSTS)) return { kind: "stopped" };
  const { id: linkId, organizationId, utmParams, passesIds, expiresAt } = link;
  const url = withUtm(link.url, utmParams);
  const rules = link.rules.map((rule) => ({ ...rule, url: withUtm(rule.url, utmParams) }));
  return { kind: "open", organizationId, linkId, cell, url, rules, passesIds, expiresAt };
}

function isCellHere({ settings }: Reader, cell: string): boolean {
  const name = bindingNameOf(cell);
  return name === "DB" || (name !== undefined && settings.cells.includes(name));
}

async function cellByName({ control }: Reader, slug: string): Promise<string | null> {
  const [entry] = await control
    .select({ cell: directory.cell })
    .from(directory)
    .where(and(eq(directory.kind, "link"), eq(directory.key, slug)));
  return entry?.cell ?? null;
}

/** Null where the organization is not open. */
async function settingsOfOpen({ control }: Reader, id: Id<"organization">) {
  const [organization] = await control
    .select({ status: organizations.status, settings: organizations.settings })
    .from(organizations)
    .where(eq(organizations.id, id));
  return organization?.status === "active" ? organization.settings : null;
}
