import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";

/** The file itself, streamed through: a link cannot name the organization that it is about. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { response } = await api.client.GET("/v1/links/{linkId}/clicks/export", {
    params: { path: { linkId: args.params.linkId ?? "" } },
    parseAs: "stream",
  });
  const headers = new Headers();
  for (const name of ["content-type", "content-disposition"]) {
    const value = response.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return new Response(response.body, { status: response.status, headers });
}
