import type { Id } from "../../../db/ids";
import type { Context } from "../../kernel/context";
import { toWireTime } from "../../kernel/contract";
import { csvLine } from "../../kernel/csv";
import { streamed } from "../../kernel/download";
import { write } from "../../kernel/write";
import { getLink } from "../queries";
import { type Click, listClicks } from "./list";

const perPage = 500;

/** A stream that reads page by page as it is taken. */
export async function exportClicks(ctx: Context, linkId: Id<"link">): Promise<ReadableStream<Uint8Array>> {
  const { name } = await getLink(ctx, linkId);
  await write(ctx, [], {
    audit: [{ action: "link.clicks_exported", resourceType: "link", resourceId: linkId, changes: { name } }],
  });
  return streamed(csvText(ctx, linkId));
}

const columns = [
  "time",
  "verdict",
  "reason",
  "country",
  "device",
  "browser",
  "language",
  "referrer",
  "network",
  "user_agent",
  "id",
];

async function* csvText(ctx: Context, linkId: Id<"link">): AsyncGenerator<string> {
  yield csvLine(columns);
  let before: Id<"click"> | undefined;
  for (;;) {
    const rows = await listClicks(ctx, linkId, before, perPage);
    const shown = rows.slice(0, perPage);
    yield shown.map((row) => csvLine(cellsOf(row))).join("");
    if (rows.length <= perPage) return;
    before = shown.at(-1)?.clickId;
  }
}

function cellsOf(row: Click): (string | null)[] {
  const { verdict, reason, country, device, browser, language, referrer, network, userAgent, clickId } = row;
  return [
    toWireTime(row.createdAt),
    verdict,
    reason,
    country,
    device,
    browser,
    language,
    referrer,
    network,
    userAgent,
    clickId,
  ];
}
