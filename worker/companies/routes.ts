import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { archiveCompany, createCompany, restoreCompany, updateCompany } from "./change";
import { companyChange, newCompany } from "./fields";
import { companyNameKey } from "./keys";
import { getCompany } from "./queries";
import { cursorKeyOf, cursorLength, listCompanies, orderOf } from "./list";
import { stageTotalsOf } from "./totals";
import { companyToWire, companyWire, companyWriter, stageTotalWire } from "./wire";

const tag = "Companies";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const params = z.object({ companyId: idOf("company") });
const answer = { status: 200, schema: companyWire } as const;

export const companyRoutes = [
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/companies",
      operation: "listCompanies",
      summary: "List companies",
      description:
        "By name, or those with the most leads first; with `q` by name those whose name begins with it. Archived ones only where they are asked for.",
      query: pageQuery.extend({
        q: z.string().max(200).default(""),
        sort: z.enum(["name", "-leadCount"]).default("name"),
        archived: z.enum(["true", "false"]).default("false"),
      }),
      answer: { status: 200, schema: pageOf(companyWire) },
      budget: { read: 1_000, written: 4 },
    },
    async (ctx, { query: { q, sort, archived, cursor, limit } }) => {
      const prefix = companyNameKey(q);
      const order = orderOf({ isArchived: archived === "true", prefix, sort });
      const after = cursor === undefined ? undefined : decodeCursor(cursor, cursorLength[order]);
      const rows = await listCompanies(ctx, { prefix, order, after, limit });
      return toPage(rows, limit, cursorKeyOf(order), await companyWriter(ctx, rows));
    },
  ),
  route(
    {
      ...writing,
      method: "post",
      path: "/v1/companies",
      operation: "createCompany",
      summary: "Create a company",
      description: "Two with the same domain, or without one and with the same name, are one.",
      body: newCompany,
      answer: { status: 201, schema: companyWire },
      problems: ["conflict"],
    },
    async (ctx, { body }) => await companyToWire(ctx, await createCompany(ctx, body)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/companies/{companyId}",
      operation: "getCompany",
      summary: "Get a company",
      params,
      answer,
    },
    async (ctx, { params }) => await companyToWire(ctx, await getCompany(ctx, params.companyId)),
  ),
  route(
    {
      ...reading,
      method: "get",
      path: "/v1/companies/{companyId}/stage-totals",
      operation: "listCompanyStageTotals",
      summary: "Get the totals of a company by stage",
      description:
        "How many of its leads stand in each stage and what they are worth; stages without one are left out.",
      params,
      answer: { status: 200, schema: z.strictObject({ data: z.array(stageTotalWire) }) },
    },
    async (ctx, { params }) => ({ data: await stageTotalsOf(ctx, params.companyId) }),
  ),
  route(
    {
      ...writing,
      method: "patch",
      path: "/v1/companies/{companyId}",
      operation: "updateCompany",
      summary: "Change a company",
      description: "A new name reaches its leads by a job.",
      params,
      body: companyChange,
      answer,
      problems: ["conflict"],
    },
    async (ctx, { params, body }) =>
      await companyToWire(ctx, await updateCompany(ctx, params.companyId, body)),
  ),
  route(
    {
      ...writing,
      method: "put",
      path: "/v1/companies/{companyId}/archive",
      operation: "archiveCompany",
      summary: "Archive a company",
      description: "It leaves the lists; its leads keep it.",
      params,
      answer,
    },
    async (ctx, { params }) => await companyToWire(ctx, await archiveCompany(ctx, params.companyId)),
  ),
  route(
    {
      ...writing,
      method: "delete",
      path: "/v1/companies/{companyId}/archive",
      operation: "restoreCompany",
      summary: "Take a company out of the archive",
      params,
      answer,
      problems: ["conflict"],
    },
    async (ctx, { params }) => await companyToWire(ctx, await restoreCompany(ctx, params.companyId)),
  ),
];
