import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { dayOf, download } from "../kernel/download";
import { pageOf, pageQuery } from "../kernel/page";
import { archiveLink, restoreLink } from "./archive";
import { updateLink } from "./change";
import { createLink } from "./create";
import { exportLinks } from "./export";
import { linkFields, slugField } from "./fields";
import { getLink, linkFilters, listLinks } from "./queries";
import { repointLinks } from "./repoint";
import { linksToWire, linkToWire, linkWire } from "./wire";

const tag = "Links";
const reading = { tag, access: "organization", permission: "links:read" } as const;
const writing = { tag, access: "organization", permission: "links:write", rate: "write" } as const;
const params = z.object({ linkId: idOf("link") });
const answer = { status: 200, schema: linkWire } as const;
const budget = { read: 40, written: 24 };

export const whichLinks = {
  state: z.enum(linkFilters).default("active").meta({
    description: "broken: those whose target was found dead or moved for good.",
  }),
  businessId: idOf("business").optional(),
  pieceId: idOf("piece").optional(),
  q: z
    .string()
    .trim()
    .max(200)
    .default("")
    .meta({
      description: "Only those whose name, slug or target begins with it.",
      examples: ["spring"],
    }),
};

const listRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/links",
    operation: "listLinks",
    summary: "List short links",
    description: "The newest first; with `q` those whose name begins so, then by slug, then by target.",
    query: pageQuery.extend(whichLinks),
    answer: { status: 200, schema: pageOf(linkWire) },
    budget: { read: 250, written: 4 },
  },
  async (ctx, { query: { cursor, limit, ...filter } }) => {
    const { data, nextCursor } = await listLinks(ctx, filter, { cursor, limit });
    return { data: await linksToWire(ctx, data), nextCursor };
  },
);

const exportRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/links/export",
    operation: "exportLinks",
    summary: "Download short links",
    description:
      "With what their clicks add up to, newest first, as CSV (RFC 4180). Text that a spreadsheet would take for a formula has an apostrophe before it.",
    query: z.strictObject(whichLinks),
    answer: { status: 200, contentType: "text/csv" },
    budget: { read: 1100, written: 12 },
  },
  async (ctx, { query }) =>
    download(await exportLinks(ctx, query), `links-${ctx.organization.slug}-${dayOf(ctx.now())}.csv`),
);

const createRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/links",
    operation: "createLink",
    summary: "Create a short link",
    description: "UTM parameters that are in the address already are taken out of it and kept beside it.",
    body: z.strictObject({
      businessId: idOf("business"),
      pieceId: idOf("piece").optional(),
      slug: slugField.optional(),
      ...z.strictObject(linkFields).partial().shape,
      url: linkFields.url,
    }),
    answer: { status: 201, schema: linkWire },
    problems: ["plan_limit", "conflict"],
    budget: { read: 60, written: 30 },
  },
  async (ctx, { body }) => await linkToWire(ctx, await createLink(ctx, body)),
);

const getRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/links/{linkId}",
    operation: "getLink",
    summary: "Get a short link",
    params,
    answer,
    budget: { read: 20, written: 4 },
  },
  async (ctx, { params }) => await linkToWire(ctx, await getLink(ctx, params.linkId)),
);

const updateRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/links/{linkId}",
    operation: "updateLink",
    summary: "Change a short link",
    description:
      "Changes what is given, each field as a whole. Where it is out in the world already, it leads to the new target within a minute; each change is in the audit log. Its slug stays.",
    params,
    body: z.strictObject(linkFields).partial(),
    answer,
    budget,
  },
  async (ctx, { params, body }) => await linkToWire(ctx, await updateLink(ctx, params.linkId, body)),
);

const archiveRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/links/{linkId}/archive",
    operation: "archiveLink",
    summary: "Archive a short link",
    description: "Who follows it is told that it is no longer in use. Its counts stay.",
    params,
    answer,
    budget,
  },
  async (ctx, { params }) => await linkToWire(ctx, await archiveLink(ctx, params.linkId)),
);

const restoreRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/links/{linkId}/archive",
    operation: "restoreLink",
    summary: "Restore an archived short link",
    params,
    answer,
    budget,
  },
  async (ctx, { params }) => await linkToWire(ctx, await restoreLink(ctx, params.linkId)),
);

const repointRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/link-repointings",
    operation: "repointLinks",
    summary: "Lead all links with a broken target elsewhere",
    description: "Every link of the organization whose target was found dead or moved, and is this one.",
    body: z.strictObject({
      from: z
        .string()
        .max(2048)
        .meta({ examples: ["https://example.com/old"] }),
      to: linkFields.url,
    }),
    answer: { status: 200, schema: z.strictObject({ links: z.int() }) },
    budget: { read: 1000, written: 2000 },
  },
  async (ctx, { body }) => ({ links: await repointLinks(ctx, body) }),
);

export const routesOfLinks = [
  listRoute,
  exportRoute,
  createRoute,
  getRoute,
  updateRoute,
  archiveRoute,
  restoreRoute,
  repointRoute,
];
