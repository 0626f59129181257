import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";

/** The rows that were not taken, as a file to mend and import again. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const params = { path: { importId: args.params["importId"] ?? "" } };
  const { response } = await api.client.GET("/v1/lead-imports/{importId}/refused", {
    params,
    parseAs: "stream",
  });
  return fileAnswer(response);
}
