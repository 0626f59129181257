import { type SQL, sql } from "drizzle-orm";
import type { Id } from "../../db/ids";
import { contentTopics } from "../../db/schema/cell/business";
import type { Context } from "../kernel/context";
import { Conflict } from "../kernel/errors";
import { refuseWhen, type Step } from "../kernel/write";

/** Two titles that differ only in case, spaces or punctuation are one topic. */
export function titleKey(title: string): string {
  return title
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Every title of a business, rejected ones too: what was refused once is not worth a second look. */
export function titlesOf(ctx: Context, businessId: Id<"business">): SQL {
  return sql`select lower(title) from content_topics
    where organization_id = ${ctx.organization.id} and business_id = ${businessId}`;
}

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
