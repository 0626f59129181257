import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import { filtersIn, moreOf } from "~/leads/board/board.server";

/** The next cards of one stage, without the board around them. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const [stage, cursor] = [searchParams.get("stage") ?? "", searchParams.get("cursor") ?? ""];
  return Response.json(await moreOf(api, stage, cursor, filtersIn(searchParams)));
}
