import { eq, type SQL, sql } from "drizzle-orm";
import type { SQLiteColumn } from "drizzle-orm/sqlite-core";
import { organizations } from "../../db/schema/control/organizations";
import { authorize, type Context } from "../kernel/context";
import { NotFound } from "../kernel/errors";
import { orElse, writeOrganization } from "../kernel/write";
import type { ProfileChange } from "./profile";
import { getProfile, type Profile } from "./queries";
import { refuseTakenSlug } from "./slug";

/** Changes what is given. The nested parts are merged by the database, so two people never undo each other's fields. */
export async function updateOrganization(ctx: Context, change: ProfileChange): Promise<Profile> {
  authorize(ctx, "organization:update");
  const before = await getProfile(ctx);
  const fields = Object.keys(change);
  if (fields.length === 0) return before;
  const { address, branding, settings, ...plain } = change;
  const update = ctx.control
    .update(organizations)
    .set({
      ...plain,
      ...(address === undefined ? {} : { address: address && merged(organizations.address, address) }),
      ...(branding ? { branding: merged(organizations.branding, branding) } : {}),
      ...(settings ? { settings: merged(organizations.settings, settings) } : {}),
      updatedAt: ctx.now(),
    })
    .where(eq(organizations.id, ctx.organization.id));
  await refuseTakenSlug(
    writeOrganization(ctx, [update, orElse(new NotFound())], {
      facts: [{ type: "organization.updated", subjectId: ctx.organization.id, data: { fields } }],
      audit: [
        {
          action: "organization.updated",
          resourceType: "organization",
          resourceId: ctx.organization.id,
          changes: { before: pick(before, fields), after: change },
        },
      ],
    }),
  );
  return await getProfile(ctx);
}

/** A JSON merge patch (RFC 7396): null clears a field. */
function merged(column: SQLiteColumn, change: object): SQL {
  return sql`json_patch(coalesce(${column}, '{}'), ${JSON.stringify(change)})`;
}

function pick(row: Profile, fields: string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).filter(([name]) => fields.includes(name)));
}
