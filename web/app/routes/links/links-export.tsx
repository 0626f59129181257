import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";
import { whichLinksOf } from "~/links/link";

/** The links that are shown as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const query = whichLinksOf(args.request);
  const { response } = await api.client.GET("/v1/links/export", { params: { query }, parseAs: "stream" });
  return fileAnswer(response);
}
