import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { fileAnswer } from "~/exchange/file-answer.server";
import { enter } from "~/frame/frame.server";

export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { response } = await api.client.GET("/v1/forms/{formId}/submissions.csv", {
    params: { path: { formId: args.params.formId ?? "" } },
    parseAs: "stream",
  });
  return fileAnswer(response);
}
