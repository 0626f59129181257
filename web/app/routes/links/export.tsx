import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";

/** The clicks of a link as a file: a link cannot name the organization that it is about. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { response } = await api.client.GET("/v1/links/{linkId}/clicks/export", {
    params: { path: { linkId: args.params.linkId ?? "" } },
    parseAs: "stream",
  });
  return fileAnswer(response);
}
