import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { estimateOf } from "~/bundles/estimate.server";
import { enter } from "~/frame/frame.server";

/** For the order form while it is being filled in. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  return await estimateOf(api, {
    ...Object.fromEntries(searchParams),
    platforms: searchParams.getAll("platforms"),
  });
}
