import type { Id } from "../../db/ids";
import type { PublishedForm } from "../forms";
import type { Context } from "../kernel/context";
import { eventHappening, eventOf, visitorFor } from "../visitors";
import type { Arrival } from "./arrival";

/** For the story of what visitors do. Told after the answer: losing it loses no lead. */
export async function tellSubmit(
  ctx: Context,
  form: PublishedForm,
  id: Id<"submission">,
  { visitorMark, page, referrer, utm }: Arrival,
): Promise<void> {
  const visitor = await visitorFor(ctx, ctx.organization, {
    mark: visitorMark,
    consented: visitorMark !== null,
  });
  const event = await eventOf(
    ctx,
    ctx.organization,
    {
      type: "form_submit",
      visitorId: visitor.id,
      visitorKind: visitor.kind,
      formId: form.id,
      businessId: form.business.id,
      submissionId: id,
      url: page?.slice(0, 1000) ?? null,
      referrer: referrer?.slice(0, 1000) ?? null,
      utm: Object.fromEntries(Object.entries(utm).map(([name, value]) => [name, value.slice(0, 150)])),
    },
    { once: id },
  );
  await ctx.happen(eventHappening, [event]);
}
