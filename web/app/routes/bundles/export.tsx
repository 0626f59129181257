import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { exportFormatOf } from "~/exchange/formats";
import { enter } from "~/frame/frame.server";

export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { response } = await api.client.GET("/v1/bundles/{bundleId}/export", {
    params: {
      path: { bundleId: args.params.bundleId ?? "" },
      query: { format: exportFormatOf(args.request) },
    },
    parseAs: "stream",
  });
  return fileAnswer(response);
}
