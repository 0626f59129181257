import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { ImportsView } from "~/imports/imports-view";
import { useUpload } from "~/imports/use-upload";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Import leads");

export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const query = { limit: 25, ...pageQueryOf(args.request) };
  const page = await api.read(api.client.GET("/v1/lead-imports", { params: { query } }));
  return { imports: page.data, nextCursor: page.nextCursor, leadsTo: `/o/${organization.slug}/leads` };
}

export default function Imports() {
  const { imports, nextCursor, leadsTo } = useLoaderData<typeof loader>();
  const { upload, send, cancel } = useUpload(`${leadsTo}/import/upload`);
  return (
    <ImportsView
      {...{ imports, upload, leadsTo }}
      onFile={send}
      onCancel={cancel}
      pages={<Pagination nextCursor={nextCursor} what="imports" />}
    />
  );
}
