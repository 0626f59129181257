import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { Pagination } from "~/components/ui/pagination";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { MembersView } from "~/settings/members-view";
import { roleNameOf } from "~/settings/roles.server";
import { title } from "~/titles";

export const meta = () => title("Members");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const search = searchParams.get("q")?.trim().slice(0, 100) ?? "";
  const query = { ...pageQueryOf(args.request), ...(search ? { q: search } : {}) };
  const members = await api.read(api.client.GET("/v1/members", { params: { query } }));
  return {
    members: members.data.map((member) => ({ ...member, roleName: roleNameOf(member) })),
    nextCursor: members.nextCursor,
    search,
    yourUserId: frame.user.id,
    inviteTo: frame.permissions.includes("invites:write")
      ? `/o/${organization.slug}/settings/invites#invite`
      : undefined,
  };
}

export default function Members() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return (
    <MembersView {...rest} pages={<Pagination nextCursor={nextCursor} what="members" />} panel={<Outlet />} />
  );
}
