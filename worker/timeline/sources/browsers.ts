import { type SQL, sql } from "drizzle-orm";
import { type IdKind, parseId } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { type Asked, type Entry, idBefore, type Kind, mostCounted, type Source } from "../entry";

const mostBrowsers = 20;

/** What was done with a browser that is known to be theirs; what scanners and bots did is nobody's story. */
type Trace<Row> = {
  kind: Kind;
  idKind: IdKind;
  table: SQL;
  id: SQL;
  counts: SQL;
  columns: SQL;
  entry(row: Row): Pick<Entry, "title" | "data">;
};

type Event = {
  type: string;
  url: string | null;
  pageTitle: string | null;
  more: string;
  visitorId: string;
  pieceId: string | null;
  linkId: string | null;
  formId: string | null;
  device: string | null;
  country: string | null;
};

export const web = sourceOf<Event>({
  kind: "web",
  idKind: "event",
  table: sql`campaign_events`,
  id: sql`id`,
  // That a form was sent, its submission tells.
  counts: sql`traffic = 'human' and submission_id is null`,
  columns: sql`trace.type, trace.url, trace.title as pageTitle, trace.data as more, trace.visitor_id as visitorId,
    trace.piece_id as pieceId, trace.link_id as linkId, trace.form_id as formId, trace.device, trace.country`,
  entry: ({ more, ...seen }) => {
    const data = JSON.parse(more) as Record<string, unknown>; // safe: events are written with an object
    return { title: () => titleOf(seen, data), data: { ...seen, more: data } };
  },
});

type Click = { linkId: string; linkName: string | null; url: string | null; referrer: string };

export const clicks = sourceOf<Click>({
  kind: "click",
  idKind: "click",
  table: sql`clicks`,
  id: sql`click_id`,
  counts: sql`verdict = 'human' and visitor_id is not null`,
  columns: sql`trace.link_id as linkId, trace.referrer,
    (select link.name from managed_urls as link where link.id = trace.link_id) as linkName,
    (select link.url from managed_urls as link where link.id = trace.link_id) as url`,
  entry: (data) => ({
    title: () => `Clicked ${data.linkName ? `“${data.linkName}”` : (data.url ?? "a link")}`,
    data,
  }),
});

/** Of each browser so many of its newest, and of those the newest: a browser's long story costs no more than a short one. */
function sourceOf<Row>({ kind, idKind, table, id, counts, columns, entry }: Trace<Row>): Source {
  return {
    kinds: [kind],
    async read(ctx, { leadId, before, limit }) {
      const earlier = before ? sql`and ${id} < ${idBefore(idKind, ctx.organization.cell, before)}` : sql``;
      const here = ctx.organization.id;
      const rows = await ctx.db.all<Row & { id: string }>(sql`select trace.${id} as id, ${columns}
        from ${browsersOf(ctx, leadId)} as browser cross join ${table} as trace
        on trace.organization_id = ${here} and trace.visitor_id = browser.browser_id and trace.${id} in (select ${id}
          from ${table} where organization_id = ${here} and visitor_id = browser.browser_id and ${counts} ${earlier}
          order by ${id} desc limit ${limit})
        order by trace.${id} desc limit ${limit}`);
      return rows.map(({ id, ...row }) => ({
        id,
        at: parseId(id)?.time ?? 0,
        kind,
        ...entry(row as Row), // safe: the row without its id is what the columns say
        actorId: null,
      }));
    },
    async count(ctx, { leadId }) {
      const row = await ctx.db.get<{ found: number }>(sql`select count(*) as found from (select 1
        from ${browsersOf(ctx, leadId)} as browser cross join ${table} as trace
        on trace.organization_id = ${ctx.organization.id} and trace.visitor_id = browser.browser_id
        where ${counts} limit ${mostCounted})`);
      return row?.found ?? 0;
    },
  };
}

function browsersOf(ctx: Context, leadId: Asked["leadId"]): SQL {
  return sql`(select visitor_id as browser_id from visitor_identities where organization_id = ${ctx.organization.id}
    and lead_id = ${leadId} and undone_at is null order by id desc limit ${mostBrowsers})`;
}

function titleOf({ type, url, pageTitle }: Omit<Event, "more">, more: Record<string, unknown>): string {
  const where = pageTitle ? `“${pageTitle}”` : url && URL.canParse(url) ? new URL(url).pathname : "a page";
  switch (type) {
    case "view":
      return `Looked at ${where}`;
    case "click":
      return typeof more["target"] === "string"
        ? `Left ${where} for ${more["target"]}`
        : `Clicked on ${where}`;
    default:
      return `${eventWords[type] ?? type.replaceAll("_", " ")} ${where}`;
  }
}

const eventWords: Record<string, string> = {
  conversion: "Did what counts on",
  form_view: "Saw the form on",
  form_start: "Began the form on",
  form_submit: "Sent the form on",
  identify: "Said who they are on",
  email_open: "Opened the mail",
  email_click: "Clicked in the mail",
};
