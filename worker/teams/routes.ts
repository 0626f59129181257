import * as z from "zod";
import { idOf, route } from "../kernel/contract";
import { cursorId, pageOf, pageQuery, toPage } from "../kernel/page";
import { createTeam, deleteTeam, updateTeam } from "./change";
import { addToTeam, takeFromTeam } from "./membership";
import { getTeam, listTeamMembers, listTeams } from "./queries";
import { teamMemberToWire, teamMemberWire, teamToWire, teamWire } from "./wire";

const tag = "Teams";
const reading = { tag, access: "organization", permission: "teams:read" } as const;
const writing = { tag, access: "organization", permission: "teams:write", rate: "write" } as const;
const params = z.object({ teamId: idOf("team") });
const fields = {
  name: z.string().trim().min(1).max(100),
  description: z.string().trim().max(500),
  managerMemberId: idOf("member").nullable(),
};

const listTeamsRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/teams",
    operation: "listTeams",
    summary: "List teams",
    description: "By name.",
    query: pageQuery,
    answer: { status: 200, schema: pageOf(teamWire) },
    budget: { read: 1500, written: 4 },
  },
  async (ctx, { query: { cursor, limit } }) => {
    const rows = await listTeams(ctx, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.name], teamToWire);
  },
);

const createTeamRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/teams",
    operation: "createTeam",
    summary: "Create a team",
    description: "Its manager, where there is one, is in it.",
    body: z.strictObject({
      name: fields.name,
      description: fields.description.default(""),
      managerMemberId: fields.managerMemberId.default(null),
    }),
    answer: { status: 201, schema: teamWire },
    problems: ["plan_limit", "conflict"],
  },
  async (ctx, { body }) => teamToWire(await createTeam(ctx, body)),
);

const getTeamRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/teams/{teamId}",
    operation: "getTeam",
    summary: "Get a team",
    params,
    answer: { status: 200, schema: teamWire },
  },
  async (ctx, { params }) => teamToWire(await getTeam(ctx, params.teamId)),
);

const updateTeamRoute = route(
  {
    ...writing,
    method: "patch",
    path: "/v1/teams/{teamId}",
    operation: "updateTeam",
    summary: "Change a team",
    params,
    body: z.strictObject(fields).partial(),
    answer: { status: 200, schema: teamWire },
    problems: ["conflict"],
  },
  async (ctx, { params, body }) => teamToWire(await updateTeam(ctx, params.teamId, body)),
);

const deleteTeamRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/teams/{teamId}",
    operation: "deleteTeam",
    summary: "Delete a team",
    description: "Its members stay in the organization.",
    params,
    answer: { status: 204 },
  },
  (ctx, { params }) => deleteTeam(ctx, params.teamId),
);

const listTeamMembersRoute = route(
  {
    ...reading,
    method: "get",
    path: "/v1/teams/{teamId}/members",
    operation: "listTeamMembers",
    summary: "List a team's members",
    params,
    query: pageQuery,
    answer: { status: 200, schema: pageOf(teamMemberWire) },
    budget: { read: 500, written: 4 },
  },
  async (ctx, { params, query: { cursor, limit } }) => {
    const { id } = await getTeam(ctx, params.teamId);
    const rows = await listTeamMembers(ctx, id, cursorId(cursor), limit);
    return toPage(rows, limit, (row) => [row.memberId], teamMemberToWire);
  },
);

const addTeamMemberRoute = route(
  {
    ...writing,
    method: "post",
    path: "/v1/teams/{teamId}/members",
    operation: "addTeamMember",
    summary: "Add a member to a team",
    params,
    body: z.strictObject({ memberId: idOf("member") }),
    answer: { status: 201, schema: teamMemberWire },
    problems: ["conflict"],
  },
  async (ctx, { params, body }) => teamMemberToWire(await addToTeam(ctx, params.teamId, body.memberId)),
);

const removeTeamMemberRoute = route(
  {
    ...writing,
    method: "delete",
    path: "/v1/teams/{teamId}/members/{memberId}",
    operation: "removeTeamMember",
    summary: "Take a member out of a team",
    params: params.extend({ memberId: idOf("member") }),
    answer: { status: 204 },
  },
  (ctx, { params }) => takeFromTeam(ctx, params.teamId, params.memberId),
);

export const teamRoutes = [
  listTeamsRoute,
  createTeamRoute,
  getTeamRoute,
  updateTeamRoute,
  deleteTeamRoute,
  listTeamMembersRoute,
  addTeamMemberRoute,
  removeTeamMemberRoute,
];
