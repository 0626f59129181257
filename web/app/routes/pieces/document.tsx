import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";

/** The file itself, streamed through: a link cannot name the organization that it is about. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const format = new URL(args.request.url).searchParams.get("format") === "html" ? "html" : "docx";
  const { response } = await api.client.GET("/v1/pieces/{pieceId}/document", {
    params: { path: { pieceId: args.params.pieceId ?? "" }, query: { format } },
    parseAs: "stream",
  });
  return fileAnswer(response);
}
