import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import { rowsById, rowsOf } from "~/leads/rows.server";
import { askedIn } from "~/leads/views/asked";

/** Rows alone: for the next page, another question, and every letter that is typed into the search. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const ids = searchParams.get("ids");
  if (ids) return Response.json(await rowsById(api, ids));
  return Response.json(await rowsOf(api, askedIn(searchParams), searchParams.get("cursor")));
}
