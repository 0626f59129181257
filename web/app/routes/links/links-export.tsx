import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";
import { isLinkState } from "~/links/link";

/** The links of one of the tabs as a file. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const asked = new URL(args.request.url).searchParams.get("state");
  const query = { state: isLinkState(asked) ? asked : ("active" as const) };
  const { response } = await api.client.GET("/v1/links/export", { params: { query }, parseAs: "stream" });
  return fileAnswer(response);
}
