import { sql } from "drizzle-orm";
import * as z from "zod";
import { type Cell, type Id, isId } from "../../../db/ids";
import { visitorIdentities } from "../../../db/schema/cell/visitors";
import type { Base } from "../../kernel/context";
import { defineHappening, type Happening } from "../../kernel/happenings";
import { matchKeyOf } from "../../leads";

const shape = z.strictObject({
  visitorId: z.string().refine((value): value is Id<"visitor"> => isId("visitor", value)),
  email: z.string().max(320),
});

/**
 * Visitors who said who they are: each becomes the lead of that address, if there is one and the browser has not named
 * another before. Nobody learns from the answer whether there is.
 */
export const identifyHappening = defineHappening("identify", shape, stitchByEmail);

async function stitchByEmail(
  base: Base,
  cell: Cell,
  named: Happening<z.output<typeof shape>>[],
): Promise<void> {
  const rows = named.map(({ id, organizationId, at, data }) => ({
    id: base.newId("visitorIdentity", cell),
    eventId: id,
    organizationId,
    at,
    visitorId: data.visitorId,
    matchKey: matchKeyOf({ email: data.email }),
  }));
  await base
    .openCell(cell)
    .insert(visitorIdentities)
    .select(
      sql`select value ->> 'id', lead.organization_id, ${base.now()}, value ->> 'visitorId', lead.id, 'email',
      value ->> 'eventId', value ->> 'at', null, null, null
      from json_each(${JSON.stringify(rows)}) join leads lead
        on lead.organization_id = value ->> 'organizationId' and lead.match_key = value ->> 'matchKey'
      where true`,
    )
    .onConflictDoNothing();
}
