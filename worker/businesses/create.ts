import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import { authorize, type Context } from "../kernel/context";
import { write } from "../kernel/write";
import { businessesInUse, withinPlan } from "../plans";
import type { ProfileChange } from "./profile";
import { type Business, getBusiness } from "./queries";
import { claimSlug, freeSlug, releaseSlug } from "./slug";

/** A business by hand, or from an address that is still to be read. */
export async function createBusiness(ctx: Context, draft: ProfileChange): Promise<Business> {
  authorize(ctx, "content:write");
  const id = ctx.newId("business", ctx.organization.cell);
  const name = draft.name ?? nameOfSite(draft.website ?? "");
  const slug = draft.slug ?? (await freeSlug(ctx, name));
  await claimSlug(ctx, slug, id);
  try {
    await insertBusiness(ctx, { ...draft, id, name, slug });
  } catch (error) {
    await releaseSlug(ctx, slug, id);
    throw error;
  }
  return await getBusiness(ctx, id);
}

type Draft = ProfileChange & { id: Id<"business">; name: string; slug: string };

async function insertBusiness(ctx: Context, draft: Draft): Promise<void> {
  const { id, name, slug, website } = draft;
  const organizationId = ctx.organization.id;
  const now = ctx.now();
  await write(
    ctx,
    [
      await withinPlan(ctx, "businesses", businessesInUse(organizationId)),
      ctx.db.insert(businesses).values({ ...draft, organizationId, createdAt: now, updatedAt: now }),
    ],
    {
      facts: [{ type: "business.created", subjectId: id, data: { name } }],
      audit: [
        {
          action: "business.created",
          resourceType: "business",
          resourceId: id,
          changes: { after: { name, slug, website: website ?? null } },
        },
      ],
    },
  );
}

/** `https://www.northwind-coffee.com/` is called “Northwind Coffee” until the site itself says better. */
function nameOfSite(website: string): string {
  const host = URL.parse(website)?.hostname.replace(/^www\./, "") ?? "";
  const [first = ""] = /^[\d.]+$|^\[/.test(host) ? [host] : host.split(".");
  const words = first.split(/[-_]+/).filter((word) => word !== "");
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join(" ");
  return name.slice(0, 120) || "New business";
}
