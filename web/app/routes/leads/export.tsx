import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";
import { askedIn } from "~/leads/views/asked";

/** The leads of a view as a file: its filter, its order, its columns; or what a search found, in its columns. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const { q, filter, sort } = askedIn(searchParams);
  const columns = searchParams.get("columns");
  const query = {
    sort,
    ...(q === "" ? {} : { q: q.slice(0, 200) }),
    ...(filter ? { condition: JSON.stringify(filter) } : {}),
    ...(columns ? { columns } : {}),
  };
  const { response } = await api.client.GET("/v1/leads.csv", { params: { query }, parseAs: "stream" });
  return fileAnswer(response);
}
