import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentPieces } from "../../db/schema/cell/content";
import { authorize, type Context } from "../kernel/context";
import { Invalid } from "../kernel/errors";
import { refuseWhen, write } from "../kernel/write";
import { isOneOf } from "./queries";

/** Null gives a piece back to the automatic layout. */
export type Place = { pieceId: Id<"piece">; position: { x: number; y: number } | null };

/** Where pieces stand on the picture; their words, and so their revisions, stay as they are. */
export async function arrange(ctx: Context, places: readonly Place[]): Promise<void> {
  authorize(ctx, "content:write");
  const ids = [...new Set(places.map(({ pieceId }) => pieceId))];
  const rows = places.map(({ pieceId, position }) => ({ id: pieceId, x: position?.x, y: position?.y }));
  const organizationId = ctx.organization.id;
  const known = sql`select count(*) from ${contentPieces} where ${isOneOf(ctx, ids)}`;
  const move = ctx.db
    .update(contentPieces)
    .set({ journeyX: sql`place.value ->> 'x'`, journeyY: sql`place.value ->> 'y'` })
    .from(sql`json_each(${JSON.stringify(rows)}) as place`)
    .where(
      sql`${contentPieces.id} = place.value ->> 'id' and +${contentPieces.organizationId} = ${organizationId}`,
    );
  await write(ctx, [refuseWhen(sql`(${known}) <> ${ids.length}`, unknownPiece), move], {
    facts: [{ type: "journey.arranged", data: { pieceIds: ids.slice(0, 50) } }],
    audit: [
      { action: "journey.arranged", resourceType: "piece", changes: { after: { pieces: ids.length } } },
    ],
  });
}

const unknownPiece = Invalid.field("/positions", "unknown_piece", "One of these pieces is not here.");
