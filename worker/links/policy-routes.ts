import * as z from "zod";
import { route } from "../kernel/contract";
import { getTargetPolicy, setTargetPolicy } from "./policy";

const shared = { tag: "Links", access: "organization", path: "/v1/link-targets" } as const;

const hosts = z.array(z.string().trim().min(1).max(253)).max(200);
const policyShape = z.strictObject({
  allowedHosts: hosts.meta({
    description: "Host names, each with all names below it. Links lead nowhere else; empty: anywhere.",
    examples: [["example.com"]],
  }),
  blockedHosts: hosts.meta({
    description: "Links never lead there, even where a name above is allowed.",
    examples: [["old.example.com"]],
  }),
});
const answer = { status: 200, schema: policyShape } as const;

export const routesOfPolicy = [
  route(
    {
      ...shared,
      method: "get",
      permission: "links:read",
      operation: "getLinkTargets",
      summary: "Get where short links may lead",
      answer,
    },
    async (ctx) => await getTargetPolicy(ctx),
  ),
  route(
    {
      ...shared,
      method: "put",
      permission: "organization:update",
      rate: "write",
      operation: "setLinkTargets",
      summary: "Say where short links may lead",
      description:
        "Both lists as a whole. It counts for new links at once and for those that are out in the world within a minute: one that leads elsewhere is stopped, and leads on when it may again.",
      body: policyShape,
      answer,
      budget: { read: 20, written: 16 },
    },
    async (ctx, { body }) => await setTargetPolicy(ctx, body),
  ),
];
