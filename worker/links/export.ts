import { authorize, type Context } from "../kernel/context";
import { csvLine } from "../kernel/csv";
import { streamed } from "../kernel/download";
import { write } from "../kernel/write";
import { type LinkFilter, listLinks } from "./queries";
import { linksToWire, type LinkWire } from "./wire";

const perPage = 200;

/** The links of a list with their counts, newest first, read page by page as they are taken. */
export async function exportLinks(ctx: Context, filter: LinkFilter): Promise<ReadableStream<Uint8Array>> {
  authorize(ctx, "links:read");
  await write(ctx, [], {
    audit: [
      {
        action: "links.exported",
        resourceType: "link",
        changes: { state: filter.state, ...(filter.q ? { q: filter.q } : {}) },
      },
    ],
  });
  return streamed(csvText(ctx, filter));
}

const columns: Record<string, (link: LinkWire) => string | number | null> = {
  name: ({ name }) => name,
  short_url: ({ shortUrl }) => shortUrl,
  destination: ({ destination }) => destination,
  state: ({ state }) => state,
  piece: ({ source }) => source.pieceTitle,
  purpose: ({ source }) => source.purpose,
  people: ({ humanCount }) => humanCount,
  clicks: ({ clickCount }) => clickCount,
  last_click: ({ lastClickedAt }) => lastClickedAt,
  check: ({ check }) => check.state,
  checked: ({ check }) => check.checkedAt,
  expires: ({ expiresAt }) => expiresAt,
  created: ({ createdAt }) => createdAt,
  id: ({ id }) => id,
};

async function* csvText(ctx: Context, filter: LinkFilter): AsyncGenerator<string> {
  yield csvLine(Object.keys(columns));
  let cursor: string | undefined;
  do {
    const page = await listLinks(ctx, filter, { cursor, limit: perPage });
    const links = await linksToWire(ctx, page.data);
    const lines = links.map((link) => csvLine(Object.values(columns).map((cellOf) => cellOf(link))));
    yield lines.join("");
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
