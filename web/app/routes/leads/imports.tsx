import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { ImportsView } from "~/imports/imports-view";
import { useUpload } from "~/imports/use-upload";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";
import { whoDid } from "~/who-did.server";

export const meta = () => title("Import leads");

export async function loader(args: LoaderFunctionArgs) {
  const { api, organization } = await enter(args);
  const query = { limit: 25, ...pageQueryOf(args.request) };
  const [page, nameOfWho] = await Promise.all([
    api.read(api.client.GET("/v1/lead-imports", { params: { query } })),
    whoDid(api),
  ]);
  return {
    imports: page.data.map((file) => ({
      ...file,
      by: nameOfWho(file.requestedBy),
      takenBackBy: file.undoneBy === null ? null : nameOfWho(file.undoneBy),
    })),
    nextCursor: page.nextCursor,
    leadsTo: `/o/${organization.slug}/leads`,
  };
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
