import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { businesses } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { Conflict, NotFound } from "../kernel/errors";
import { refuseWhen, type Step } from "../kernel/write";

/** Nothing is planned for a business that is not there, and nothing new for one that was put away. */
export function refuseUnlessBusiness(ctx: Context, id: Id<"business">): Step[] {
  const found = sql`select 1 from ${businesses} where id = ${id} and organization_id = ${ctx.organization.id}`;
  return [
    refuseWhen(sql`not exists (${found})`, new NotFound()),
    refuseWhen(sql`exists (${found} and status = 'archived')`, archived),
  ];
}

const archived = new Conflict("business_archived", "This business is archived. Restore it first.");
