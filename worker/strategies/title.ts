import { sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentTopics } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { refuseWhen, type Step } from "../kernel/write";

export function refuseSameTitle(
  ctx: Context,
  businessId: Id<"business">,
  title: string,
  except?: Id<"topic">,
): Step {
  const same = sql`exists (select 1 from ${contentTopics} where organization_id = ${ctx.organization.id}
    and business_id = ${businessId} and lower(title) = lower(${title}) and id is not ${except ?? null})`;
  return refuseWhen(same, new Conflict("topic_exists", "There is a topic with this title already."));
}
