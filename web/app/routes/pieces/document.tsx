import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";

/** The file itself, streamed through: a link cannot name the organization that it is about. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const format = new URL(args.request.url).searchParams.get("format") === "html" ? "html" : "docx";
  const { response } = await api.client.GET("/v1/pieces/{pieceId}/document", {
    params: { path: { pieceId: args.params.pieceId ?? "" }, query: { format } },
    parseAs: "stream",
  });
  const headers = new Headers();
  for (const name of ["content-type", "content-disposition"]) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers });
}
