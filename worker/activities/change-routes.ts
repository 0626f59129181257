import * as z from "zod";
import type { Context } from "../kernel/context";
import { idOf, route } from "../kernel/contract";
import { getLead } from "../leads";
import { completeActivity, deleteActivity, reopenActivity, restoreActivity, updateActivity } from "./change";
import { createActivity } from "./create";
import { type Activity, getActivity } from "./queries";
import { activityChange, completion, newActivity } from "./shapes";
import { activityToWire, activityWire } from "./wire";

const tag = "Activities";
const reading = { tag, access: "organization", permission: "leads:read" } as const;
const writing = { tag, access: "organization", permission: "leads:write", rate: "write" } as const;
const params = z.object({ activityId: idOf("activity") });
const answer = { status: 200, schema: activityWire } as const;
const budget = { read: 300, written: 40 };

const create = route(
  {
    ...writing,
    method: "post",
    path: "/v1/leads/{leadId}/activities",
    operation: "createActivity",
    summary: "Log or plan an activity",
    description:
      "A task, or what is due, is to do; everything else is done: at completedAt, or now. completedAt: null leaves it open.",
    params: z.object({ leadId: idOf("lead") }),
    body: newActivity,
    answer: { status: 201, schema: activityWire },
    budget,
  },
  async (ctx, { params, body }) => await toWire(ctx, await createActivity(ctx, params.leadId, body)),
);

const get = route(
  {
    ...reading,
    method: "get",
    path: "/v1/activities/{activityId}",
    operation: "getActivity",
    summary: "Get an activity",
    params,
    answer,
  },
  async (ctx, { params }) => await toWire(ctx, await getActivity(ctx, params.activityId)),
);

const update = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/activities/{activityId}",
    operation: "updateActivity",
    summary: "Change an activity",
    description: "A reminder moves along with dueAt.",
    params,
    body: activityChange,
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params, body }) => await toWire(ctx, await updateActivity(ctx, params.activityId, body)),
);

const complete = route(
  {
    ...writing,
    method: "put",
    path: "/v1/activities/{activityId}/completion",
    operation: "completeActivity",
    summary: "Complete an activity",
    params,
    body: completion,
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params, body }) => await toWire(ctx, await completeActivity(ctx, params.activityId, body)),
);

const reopen = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/activities/{activityId}/completion",
    operation: "reopenActivity",
    summary: "Open an activity again",
    params,
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params }) => await toWire(ctx, await reopenActivity(ctx, params.activityId)),
);

const remove = route(
  {
    ...writing,
    method: "put",
    path: "/v1/activities/{activityId}/deletion",
    operation: "deleteActivity",
    summary: "Delete an activity",
    params,
    answer: { status: 204 },
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params }) => await deleteActivity(ctx, params.activityId),
);

const restore = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/activities/{activityId}/deletion",
    operation: "restoreActivity",
    summary: "Restore a deleted activity",
    params,
    answer,
    problems: ["conflict"],
    budget,
  },
  async (ctx, { params }) => await toWire(ctx, await restoreActivity(ctx, params.activityId)),
);

export const ofOneActivity = [create, get, update, complete, reopen, remove, restore];

async function toWire(ctx: Context, activity: Activity) {
  return activityToWire(ctx, activity, await getLead(ctx, activity.leadId));
}
