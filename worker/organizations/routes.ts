import { z } from "zod";
import { route, toWireTime } from "../kernel/contract";
import { createOrganization } from "./create";
import { organizationWire } from "./wire";

export const createOrganizationRoute = route(
  {
    method: "post",
    path: "/v1/organizations",
    operation: "createOrganization",
    tag: "Organizations",
    summary: "Create an organization",
    access: "person",
    rate: "write",
    body: z.strictObject({
      name: z.string().trim().min(1).max(120),
      slug: z
        .string()
        .regex(/^[a-z0-9](?:[a-z0-9-]{0,46}[a-z0-9])?$/)
        .optional(),
    }),
    answer: { status: 201, schema: organizationWire },
    problems: ["conflict"],
  },
  async (ctx, { body }) => {
    const row = await createOrganization(ctx, body);
    return {
      id: row.id,
      name: row.name,
      slug: row.slug,
      planSlug: row.planSlug,
      status: row.status,
      createdAt: toWireTime(row.createdAt),
    };
  },
);
