import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import { partIn } from "~/leads/story/story";
import { storyOf } from "~/leads/story/story.server";

/** The newest of a lead's story, or what stands before it. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const leadId = args.params["leadId"] ?? "";
  return Response.json(await storyOf(api, leadId, partIn(searchParams), searchParams.get("cursor")));
}
