import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { Api } from "~/api.server";
import { enter } from "~/frame/frame.server";
import type { TouchesAnswer } from "~/leads/touches/touches-card";

const limit = 6;

/** The newest ways in which a lead came, with the names of what they came by. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const path = { leadId: args.params["leadId"] ?? "" };
  const params = { path, query: { limit, kinds: "touch,submission,sale" } };
  const page = await api.read(api.client.GET("/v1/leads/{leadId}/timeline", { params }));
  const home = `/o/${organization.slug}`;
  const touches = await Promise.all(
    page.data.map(async ({ id, at, title, data }) => ({
      id,
      at,
      title,
      by: await sourceOf(api, data, home),
    })),
  );
  const answer: TouchesAnswer = { touches, hasMore: page.nextCursor !== null };
  return Response.json(answer);
}

/** What is gone, or not for this reader, is not named. */
async function sourceOf(api: Api, data: Record<string, unknown>, home: string) {
  const { pieceId, linkId } = data;
  if (typeof pieceId === "string") {
    const piece = await api.attempt(
      api.client.GET("/v1/pieces/{pieceId}", { params: { path: { pieceId } } }),
    );
    return piece.ok ? { name: piece.data.title, to: `${home}/pieces/${pieceId}` } : null;
  }
  if (typeof linkId !== "string") return null;
  const link = await api.attempt(api.client.GET("/v1/links/{linkId}", { params: { path: { linkId } } }));
  return link.ok ? { name: link.data.name || link.data.shortUrl, to: `${home}/links/${linkId}` } : null;
}
