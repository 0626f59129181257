import * as z from "zod";
import { businessStates } from "../../db/schema/cell/business";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { createBusiness } from "./create";
import { newBusiness, profileChange } from "./profile";
import { getBusiness, listBusinesses } from "./queries";
import { archiveBusiness, restoreBusiness, updateBusiness } from "./update";
import { businessToWire, businessWire } from "./wire";

const tag = "Businesses";
const reading = { tag, access: "organization", permission: "content:read" } as const;
const writing = { tag, access: "organization", permission: "content:write", rate: "write" } as const;
const params = z.object({ businessId: idOf("business") });
const budget = { read: 80, written: 30 };

const listBusinessesRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/businesses",
    operation: "listBusinesses",
    summary: "List businesses",
    description: "The newest first. Archived ones only where they are asked for.",
    query: pageQuery.extend({ status: z.enum(businessStates).default("active") }),
    answer: { status: 200, schema: pageOf(businessWire) },
  },
  async (ctx, { query: { cursor, limit, status } }) => {
    const rows = await listBusinesses(ctx, { status }, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.id], businessToWire);
  },
);

const createBusinessRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/businesses",
    operation: "createBusiness",
    summary: "Create a business",
    description: "From a website that an analysis then reads, or described by hand.",
    body: newBusiness,
    answer: { status: 201, schema: businessWire },
    problems: ["plan_limit", "conflict"],
    budget,
  },
  async (ctx, { body }) => businessToWire(await createBusiness(ctx, body)),
);

const getBusinessRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/businesses/{businessId}",
    operation: "getBusiness",
    summary: "Get a business",
    params,
    answer: { status: 200, schema: businessWire },
    budget: { read: 20, written: 4 },
  },
  async (ctx, { params }) => businessToWire(await getBusiness(ctx, params.businessId)),
);

const updateBusinessRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/businesses/{businessId}",
    operation: "updateBusiness",
    summary: "Change a business",
    description:
      "Changes what is given, each field as a whole. An earlier slug keeps leading to the business.",
    params,
    body: profileChange,
    answer: { status: 200, schema: businessWire },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params, body }) => businessToWire(await updateBusiness(ctx, params.businessId, body)),
);

const archiveBusinessRoute = route(
  {
    ...writing,
    method: "put",
    path: "/v1/businesses/{businessId}/archive",
    operation: "archiveBusiness",
    summary: "Archive a business",
    description: "It leaves the lists and the plan's count; nothing of it is lost.",
    params,
    answer: { status: 200, schema: businessWire },
    budget,
  },
  async (ctx, { params }) => businessToWire(await archiveBusiness(ctx, params.businessId)),
);

const restoreBusinessRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/businesses/{businessId}/archive",
    operation: "restoreBusiness",
    summary: "Restore an archived business",
    params,
    answer: { status: 200, schema: businessWire },
    problems: ["plan_limit"],
    budget,
  },
  async (ctx, { params }) => businessToWire(await restoreBusiness(ctx, params.businessId)),
);

export const businessRoutes = [
  listBusinessesRoute,
  createBusinessRoute,
  getBusinessRoute,
  updateBusinessRoute,
  archiveBusinessRoute,
  restoreBusinessRoute,
];
