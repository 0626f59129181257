import * as z from "zod";
import { defaultCell } from "../../db/ids";
import { jobStates } from "../../db/schema/cell/spine";
import { idOf, route } from "../kernel/contract";
import { pageOf, pageQuery } from "../kernel/page";
import { browserReportsRoute } from "./browser-reports";
import { healthRoute } from "./health";
import { discardJob, listJobs, replayJob } from "./jobs-desk";
import { listOrganizations } from "./organizations-desk";
import { jobToWire, jobWire, operatedOrganizationWire } from "./wire";

const jobParams = z.object({ jobId: idOf("job") });

const listJobsRoute = route(
  {
    method: "get",
    path: "/v1/jobs",
    operation: "listJobs",
    tag: "Operator",
    summary: "List jobs",
    description: "Newest first, in one cell. Failed ones carry the reason why they were given up.",
    access: "operator",
    query: pageQuery.extend({
      status: z.enum(jobStates).optional(),
      cell: z
        .string()
        .regex(/^(00|0[ab])$/)
        .default(defaultCell),
    }),
    answer: { status: 200, schema: pageOf(jobWire) },
  },
  (ctx, { query }) => listJobs(ctx, query),
);

const replayJobRoute = route(
  {
    method: "post",
    path: "/v1/jobs/{jobId}/replay",
    operation: "replayJob",
    tag: "Operator",
    summary: "Run a failed job again",
    access: "operator",
    recentAuthentication: true,
    rate: "write",
    params: jobParams,
    answer: { status: 202, schema: jobWire },
    problems: ["conflict", "reauthentication_required"],
  },
  async (ctx, { params }) => jobToWire(await replayJob(ctx, params.jobId)),
);

const discardJobRoute = route(
  {
    method: "delete",
    path: "/v1/jobs/{jobId}",
    operation: "discardJob",
    tag: "Operator",
    summary: "Discard a failed job",
    access: "operator",
    recentAuthentication: true,
    rate: "write",
    params: jobParams,
    answer: { status: 204 },
    problems: ["conflict", "reauthentication_required"],
  },
  (ctx, { params }) => discardJob(ctx, params.jobId),
);

const listOrganizationsRoute = route(
  {
    method: "get",
    path: "/v1/operator/organizations",
    operation: "listOperatedOrganizations",
    tag: "Operator",
    summary: "List organizations",
    description:
      "Newest first. `q` is an id, the whole email address of an owner, or how the short name begins.",
    access: "operator",
    query: pageQuery.extend({ q: z.string().max(254).optional() }),
    answer: { status: 200, schema: pageOf(operatedOrganizationWire) },
  },
  (ctx, { query }) => listOrganizations(ctx, query),
);

export const operationsRoutes = [
  healthRoute,
  browserReportsRoute,
  listJobsRoute,
  listOrganizationsRoute,
  replayJobRoute,
  discardJobRoute,
];
