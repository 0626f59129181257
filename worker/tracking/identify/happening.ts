import { and, eq, sql } from "drizzle-orm";
import * as z from "zod";
import { type Cell, type Id, isId } from "../../../db/ids";
import { leads } from "../../../db/schema/cell/leads";
import { visitorIdentities } from "../../../db/schema/cell/visitors";
import type { Base } from "../../kernel/context";
import { defineHappening, type Happening } from "../../kernel/happenings";
import { matchKeyOf } from "../../leads";

const shape = z.strictObject({
  visitorId: z.string().refine((value): value is Id<"visitor"> => isId("visitor", value)),
  email: z.string().max(320).optional(),
  /** Instead of the address, once this has to wait for an operator. */
  leadId: z.string().max(64).nullable().optional(),
});
type Named = Happening<z.output<typeof shape>>;

/**
 * Visitors who said who they are: each becomes the lead of that address, if there is one and the browser has not named
 * another before. Nobody learns from the answer whether there is.
 */
export const identifyHappening = defineHappening("identify", shape, stitchByEmail, withoutAddress);

async function stitchByEmail(base: Base, cell: Cell, named: Named[]): Promise<void> {
  const rows = named.map(({ id, organizationId, at, data }) => ({
    id: base.newId("visitorIdentity", cell),
    eventId: id,
    organizationId,
    at,
    visitorId: data.visitorId,
    leadId: data.leadId ?? null,
    matchKey: matchKeyOf({ email: data.email }),
  }));
  await base
    .openCell(cell)
    .insert(visitorIdentities)
    .select(
      sql`select value ->> 'id', lead.organization_id, ${base.now()}, value ->> 'visitorId', lead.id, 'email',
      value ->> 'eventId', value ->> 'at', null, null, null
      from json_each(${JSON.stringify(rows)}) join leads lead
        on lead.organization_id = value ->> 'organizationId' and lead.id = coalesce(value ->> 'leadId',
          (select id from leads where organization_id = value ->> 'organizationId' and match_key = value ->> 'matchKey'))
      where true`,
    )
    .onConflictDoNothing();
}

/** The lead that the address is now, so that nothing is left to find once that one is erased (GDPR-01). */
async function withoutAddress(
  base: Base,
  cell: Cell,
  { organizationId, data }: Named,
): Promise<Named["data"]> {
  const matchKey = matchKeyOf({ email: data.email });
  const [lead] = matchKey
    ? await base
        .openCell(cell)
        .select({ id: leads.id })
        .from(leads)
        .where(and(eq(leads.organizationId, organizationId), eq(leads.matchKey, matchKey)))
    : [];
  return { visitorId: data.visitorId, leadId: lead?.id ?? data.leadId ?? null };
}
