import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import type { FormVersion } from "~/forms/builder/versions-panel";
import { enter } from "~/frame/frame.server";
import { readNames } from "~/pieces/piece.server";

/** For the panel that shows them, when it is opened. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, frame } = await enter(args);
  const params = { path: { formId: args.params.formId ?? "" }, query: { limit: 50 } };
  const [names, page] = await Promise.all([
    readNames(api, frame),
    api.read(api.client.GET("/v1/forms/{formId}/versions", { params })),
  ]);
  const versions = page.data.map(({ createdBy, ...version }): FormVersion => {
    const by = createdBy === null ? null : (names.get(createdBy) ?? "a colleague");
    return { ...version, by };
  });
  return { versions, hasMore: page.nextCursor !== null };
}
