import { data } from "@remix-run/cloudflare";
import * as z from "zod";
import { type Api, pathOf } from "~/api.server";
import { answerWithNotice } from "~/notices.server";

const id = z.string().max(64);
const words = z.string().max(200).default("");
const place = z.object({ id, x: z.number().optional(), y: z.number().optional() });
const orders = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("link"), from: id, to: id, ctaText: words }),
  z.object({ intent: z.literal("relabel"), id, ctaText: words, was: words }),
  z.object({ intent: z.literal("unlink"), id, from: id, to: id, ctaText: words }),
  z.object({ intent: z.literal("arrange"), places: z.string().max(200_000) }),
]);
type Order<K extends string> = Extract<z.output<typeof orders>, { intent: K }>;

/** Each change of the screen; what can be taken back says how. */
export async function changeJourney(api: Api, request: Request, formData: FormData) {
  const parsed = orders.safeParse(Object.fromEntries(formData));
  if (!parsed.success) throw data(null, { status: 400 });
  const order = parsed.data;
  const { problem, notice } = await carryOut(api, pathOf(request), order);
  if (problem) return answerWithNotice(formData, pathOf(request), { message: problem, tone: "failed" });
  return notice ? answerWithNotice(formData, pathOf(request), notice) : data({});
}

type Came = {
  problem?: string;
  notice?: { message: string; undo?: { action: string; fields: Record<string, string> } };
};

function carryOut(api: Api, action: string, order: z.output<typeof orders>): Promise<Came> {
  switch (order.intent) {
    case "link":
      return link(api, action, order);
    case "relabel":
      return relabel(api, action, order);
    case "unlink":
      return unlink(api, action, order);
    case "arrange":
      return arrange(api, order);
  }
}

async function link(api: Api, action: string, { from, to, ctaText }: Order<"link">): Promise<Came> {
  const body = { fromPieceId: from, toPieceId: to, ctaText };
  const outcome = await api.attempt(api.client.POST("/v1/journey-edges", { body }));
  if (!outcome.ok) return { problem: outcome.problem.detail };
  const fields = { intent: "unlink", id: outcome.data.id, from, to, ctaText };
  return { notice: { message: "The pieces are linked.", undo: { action, fields } } };
}

async function relabel(
  api: Api,
  action: string,
  { id: edgeId, ctaText, was }: Order<"relabel">,
): Promise<Came> {
  const params = { path: { edgeId } };
  const outcome = await api.attempt(
    api.client.PATCH("/v1/journey-edges/{edgeId}", { params, body: { ctaText } }),
  );
  if (!outcome.ok) return { problem: outcome.problem.detail };
  const fields = { intent: "relabel", id: edgeId, ctaText: was, was: ctaText };
  return { notice: { message: "The call to action is changed.", undo: { action, fields } } };
}

async function unlink(
  api: Api,
  action: string,
  { id: edgeId, from, to, ctaText }: Order<"unlink">,
): Promise<Came> {
  const params = { path: { edgeId } };
  const outcome = await api.attempt(api.client.DELETE("/v1/journey-edges/{edgeId}", { params }));
  if (!outcome.ok) return { problem: outcome.problem.detail };
  return {
    notice: { message: "The link is gone.", undo: { action, fields: { intent: "link", from, to, ctaText } } },
  };
}

/** Said by where the piece now stands. */
async function arrange(api: Api, { places }: Order<"arrange">): Promise<Came> {
  const parsed = z.array(place).min(1).max(800).safeParse(readJson(places));
  if (!parsed.success) throw data(null, { status: 400 });
  const positions = parsed.data.map(({ id: pieceId, x, y }) => ({
    pieceId,
    position: x === undefined || y === undefined ? null : { x, y },
  }));
  const outcome = await api.attempt(api.client.PATCH("/v1/journeys/positions", { body: { positions } }));
  return outcome.ok ? {} : { problem: outcome.problem.detail };
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
