import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";

/** What to do next about the leads whose rows are on the screen. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const leadIds = new URL(args.request.url).searchParams.get("leadIds") ?? "";
  return Response.json(
    await api.read(api.client.GET("/v1/next-actions", { params: { query: { leadIds } } })),
  );
}
