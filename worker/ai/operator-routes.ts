import * as z from "zod";
import { route } from "../kernel/contract";
import { changePlatformLimits, readDesk, resumeGeneration, stopGeneration } from "./stop";
import { readSwitch } from "./switch";
import { cap, deskToWire, deskWire, writingToWire, writingWire } from "./wire";

const readWritingRoute = route(
  {
    method: "get",
    path: "/v1/writing",
    operation: "readWriting",
    tag: "Generation",
    summary: "See whether anything may be written now",
    description:
      "An operator can stop all writing at once; everything else goes on. Work that meets the stop waits.",
    access: "caller",
    answer: { status: 200, schema: writingWire },
    budget: { read: 12, written: 4 },
  },
  async (ctx) => writingToWire((await readSwitch(ctx)).stop),
);

const readDeskRoute = route(
  {
    method: "get",
    path: "/v1/operator/writing",
    operation: "readWritingDesk",
    tag: "Operator",
    summary: "See the switch, the caps and today’s spending of everybody",
    access: "operator",
    answer: { status: 200, schema: deskWire },
  },
  async (ctx) => deskToWire(await readDesk(ctx)),
);

const stopRoute = route(
  {
    method: "post",
    path: "/v1/operator/writing-stop",
    operation: "stopWriting",
    tag: "Operator",
    summary: "Stop all writing at once",
    description:
      "Calls that are running end within seconds, new ones are refused, and jobs are put down without using up a try.",
    access: "operator",
    recentAuthentication: true,
    rate: "write",
    body: z.strictObject({ reason: z.string().trim().min(1).max(300) }),
    answer: { status: 201, schema: deskWire },
    problems: ["conflict", "reauthentication_required"],
  },
  async (ctx, { body }) => deskToWire(await stopGeneration(ctx, body.reason)),
);

const resumeRoute = route(
  {
    method: "delete",
    path: "/v1/operator/writing-stop",
    operation: "resumeWriting",
    tag: "Operator",
    summary: "Lift the stop",
    description: "What was put down goes on by itself.",
    access: "operator",
    recentAuthentication: true,
    rate: "write",
    answer: { status: 200, schema: deskWire },
    problems: ["conflict", "reauthentication_required"],
  },
  async (ctx) => deskToWire(await resumeGeneration(ctx)),
);

const limitsRoute = route(
  {
    method: "patch",
    path: "/v1/operator/writing-limits",
    operation: "changeWritingLimits",
    tag: "Operator",
    summary: "Change what everybody together may spend a day, and how long one answer may be",
    access: "operator",
    recentAuthentication: true,
    rate: "write",
    body: z.strictObject({
      dailyCapMicros: cap.optional(),
      maxTokens: z.number().int().min(100).max(100_000).nullable().optional(),
    }),
    answer: { status: 200, schema: deskWire },
    problems: ["reauthentication_required"],
  },
  async (ctx, { body }) => deskToWire(await changePlatformLimits(ctx, body)),
);

export const writingRoutes = [readWritingRoute, readDeskRoute, stopRoute, resumeRoute, limitsRoute];
