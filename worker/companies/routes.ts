import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { decodeCursor, pageOf, pageQuery, toPage } from "../kernel/page";
import { archiveCompany, createCompany, restoreCompany, updateCompany } from "./change";
import { companyChange, newCompany } from "./fields";
import { companyNameKey } from "./keys";
import { cursorKeyOf, getCompany, listCompanies } from "./queries";
import { companyToWire, companyWire } from "./wire";

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
        "By name; with `q` those whose name begins with it. Archived ones only where they are asked for.",
      query: pageQuery.extend({
        q: z.string().max(200).default(""),
        archived: z.enum(["true", "false"]).default("false"),
      }),
      answer: { status: 200, schema: pageOf(companyWire) },
      budget: { read: 400, written: 4 },
    },
    async (ctx, { query: { q, archived, cursor, limit } }) => {
      const isArchived = archived === "true";
      const after = cursor === undefined ? undefined : decodeCursor(cursor, isArchived ? 1 : 2);
      const query = { prefix: companyNameKey(q), archived: isArchived, after, limit };
      return toPage(await listCompanies(ctx, query), limit, cursorKeyOf(isArchived), companyToWire);
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
    async (ctx, { body }) => companyToWire(await createCompany(ctx, body)),
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
    async (ctx, { params }) => companyToWire(await getCompany(ctx, params.companyId)),
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
    async (ctx, { params, body }) => companyToWire(await updateCompany(ctx, params.companyId, body)),
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
    async (ctx, { params }) => companyToWire(await archiveCompany(ctx, params.companyId)),
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
    async (ctx, { params }) => companyToWire(await restoreCompany(ctx, params.companyId)),
  ),
];
