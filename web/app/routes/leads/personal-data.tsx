import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { enter } from "~/frame/frame.server";
import { personalFile } from "~/leads/page/personal-data.server";

/** For a person who asks what is known of them: one file that can be handed on. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const leadId = args.params["leadId"] ?? "";
  const file = await personalFile(api, leadId);
  return new Response(JSON.stringify(file, null, 2), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="personal-data-${leadId}.json"`,
      "cache-control": "no-store",
    },
  });
}
