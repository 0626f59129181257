import * as z from "zod";
import { clickVerdicts } from "../../db/schema/cell/links";
import { idOf, route, wireTime } from "../kernel/contract";
import { dayOf, download } from "../kernel/download";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { exportClicks } from "./clicks/export";
import { judgeClick } from "./clicks/judge";
import { requestJudgement } from "./clicks/judge-range";
import { listClicks } from "./clicks/list";
import { clickToWire, clickWire, statsWire } from "./clicks/wire";
import { getLink } from "./queries";
import { readStats } from "./stats";
import { linkToWire, linkWire } from "./wire";

const tag = "Links";
const reading = { tag, access: "organization", permission: "links:read" } as const;
const writing = { tag, access: "organization", permission: "links:write", rate: "write" } as const;
const params = z.object({ linkId: idOf("link") });

const statsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/links/{linkId}/stats",
    operation: "getLinkStats",
    summary: "Count the clicks of a short link",
    description:
      "By day, country, device and referrer, with people, suspects and machines apart. Sixty days where no time is named; days are of UTC.",
    params,
    query: z.strictObject({ from: z.iso.date().optional(), to: z.iso.date().optional() }),
    answer: { status: 200, schema: statsWire },
    budget: { read: 2300, written: 4 },
  },
  async (ctx, { params, query }) => await readStats(ctx, params.linkId, query),
);

const clicksRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/links/{linkId}/clicks",
    operation: "listClicks",
    summary: "List the clicks of a short link",
    description: "The newest first, each with what we take it for and why.",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(clickWire) },
    budget: { read: 230, written: 4 },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    await getLink(ctx, params.linkId);
    const rows = await listClicks(ctx, params.linkId, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.clickId], clickToWire);
  },
);

const exportRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/links/{linkId}/clicks/export",
    operation: "exportClicks",
    summary: "Download the clicks of a short link",
    description:
      "All of them, newest first, as CSV (RFC 4180). Text that a spreadsheet would take for a formula has an apostrophe before it.",
    params,
    answer: { status: 200, contentType: "text/csv" },
    budget: { read: 1100, written: 12 },
  },
  async (ctx, { params }) => {
    const stream = await exportClicks(ctx, params.linkId);
    return download(stream, `clicks-${params.linkId}-${dayOf(ctx.now())}.csv`);
  },
);

const judgeRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/links/{linkId}/clicks/{clickId}",
    operation: "judgeClick",
    summary: "Say who clicked",
    description:
      "A person, a suspect or a machine, otherwise than the rules say; null leaves it to the rules again. All counts follow.",
    params: params.extend({ clickId: idOf("click") }),
    body: z.strictObject({ verdict: z.enum(clickVerdicts).nullable() }),
    answer: { status: 200, schema: clickWire },
    problems: ["conflict"],
    budget: { read: 700, written: 24 },
  },
  async (ctx, { params, body }) => clickToWire(await judgeClick(ctx, params, body.verdict)),
);

const judgeRangeRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/links/{linkId}/judgements",
    operation: "judgeClicks",
    summary: "Judge the clicks of a time again",
    description:
      "With a verdict all of them get it; without one, or with null, the rules judge each anew. It happens in the background; the counts follow.",
    params,
    body: z.strictObject({ from: wireTime, to: wireTime, verdict: z.enum(clickVerdicts).nullish() }),
    answer: { status: 202, schema: linkWire },
  },
  async (ctx, { params, body }) => await linkToWire(ctx, await requestJudgement(ctx, params.linkId, body)),
);

export const routesOfClicks = [statsRoute, clicksRoute, exportRoute, judgeRoute, judgeRangeRoute];
