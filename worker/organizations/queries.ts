import { eq } from "drizzle-orm";
import type { Database } from "../../db/client";
import type { Id } from "../../db/ids";
import { organizations } from "../../db/schema/control/organizations";

export async function findOrganization(control: Database, id: Id<"organization">) {
  const [row] = await control
    .select({
      id: organizations.id,
      cell: organizations.cell,
      name: organizations.name,
      slug: organizations.slug,
      planSlug: organizations.planSlug,
      seatLimit: organizations.seatLimit,
      status: organizations.status,
    })
    .from(organizations)
    .where(eq(organizations.id, id));
  return row;
}
