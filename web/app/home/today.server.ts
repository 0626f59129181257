import { addDays, instantAt, shownAt } from "~/calendar/clock";
import type { Api } from "~/api.server";
import { nameOf } from "~/leads/lead";
import { rangeOf } from "~/performance/performance";
import type { Today } from "./today";

const newest = 5;
const monthDays = 30;

/** What waits for this person among the leads, who came last, and what the month brought. Null where no lead ever came. */
export async function todayOf(api: Api, timeZone: string): Promise<Today | null> {
  const now = Date.now();
  const dayEnd = instantAt({ day: addDays(shownAt(now, timeZone).day, 1), time: "00:00" }, timeZone);
  const { client, read } = api;
  const [tasks, untouched, leads, month] = await Promise.all([
    read(client.GET("/v1/activity-counts", { params: { query: { dayEnd, assignedTo: "me" } } })),
    read(client.GET("/v1/lead-counts", { params: { query: { status: "new" } } })),
    read(client.GET("/v1/leads", { params: { query: { limit: newest } } })),
    read(client.GET("/v1/performance", { params: { query: rangeOf(monthDays, now) } })),
  ]);
  if (leads.data.length === 0) return null;
  return {
    overdue: tasks.overdue,
    dueToday: tasks.today,
    untouched: { value: untouched.count, isExact: untouched.isExact },
    newest: leads.data.map(({ id, company, createdAt, score, ...who }) => {
      const companyName = company?.name ?? "";
      return { id, name: nameOf({ ...who, companyName }), companyName, score, createdAt };
    }),
    month: month.countedAt === null ? null : { total: month.total, before: month.before },
  };
}
