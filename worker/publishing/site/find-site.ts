import { and, eq } from "drizzle-orm";
import type { Id } from "../../../db/ids";
import { businesses } from "../../../db/schema/cell/business";
import { organizations } from "../../../db/schema/control/organizations";
import { directory } from "../../../db/schema/control/platform";
import type { Database } from "../../../db/client";
import type { Base } from "../../kernel/context";

export type SiteBusiness = typeof businesses.$inferSelect;
/** Everything below reads with both ids, so that a page never shows a row of somebody else (TEN-07). */
export type Site = { db: Database; business: SiteBusiness; root: string; appUrl: string };
export type SiteFound = { kind: "site"; site: Site } | { kind: "unknown" } | { kind: "closed" };

/** By its public name, an earlier one too. Only the name in the address counts: no host, no header, no query. */
export async function findSite(base: Base, name: string): Promise<SiteFound> {
  const [entry] = await base.control
    .select({
      organizationId: directory.organizationId,
      cell: directory.cell,
      businessId: directory.resourceId,
      status: organizations.status,
    })
    .from(directory)
    .innerJoin(organizations, eq(organizations.id, directory.organizationId))
    .where(and(eq(directory.kind, "site"), eq(directory.key, name)));
  if (!entry) return { kind: "unknown" };
  if (entry.status !== "active") return { kind: "closed" };
  const db = base.openCell(entry.cell);
  const [business] = await db
    .select()
    .from(businesses)
    .where(
      and(
        // safe: only businesses are written into the directory under this kind
        eq(businesses.id, entry.businessId as Id<"business">),
        eq(businesses.organizationId, entry.organizationId),
      ),
    );
  if (!business) return { kind: "unknown" };
  if (business.status !== "active") return { kind: "closed" };
  const appUrl = base.settings.APP_URL.replace(/\/$/, "");
  return { kind: "site", site: { db, business, appUrl, root: `${appUrl}/p/${business.slug}` } };
}
