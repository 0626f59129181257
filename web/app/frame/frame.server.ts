import { data, redirect } from "@remix-run/cloudflare";
import { type Api, type Call, connect, pathOf } from "~/api.server";
import { hasPreferences, writePreferences } from "~/preferences.server";
import type { components } from "../../../sdk";
import type { FrameData, FrameOrganization } from "./frame-data";

type Me = components["schemas"]["Me"];
type Mine = components["schemas"]["MyOrganization"];
type User = NonNullable<Me["user"]>;
type Named = Call & { params: { organization?: string } };

export type Frame = FrameData & { user: User };

/** Who is here and in which organization, asked once for all loaders of a page. */
export function frameOf(call: Named): Promise<Frame> {
  const { memo } = call.context;
  const key = `frame:${call.params.organization ?? ""}`;
  const known = memo.get(key) ?? loadFrame(call);
  memo.set(key, known);
  // safe: this key holds nothing else
  return known as Promise<Frame>;
}

/** For screens of an organization: it, and the API acting in it. */
export async function enter(
  call: Named,
): Promise<{ frame: Frame; organization: FrameOrganization; api: Api }> {
  const frame = await frameOf(call);
  const { organization } = frame;
  if (!organization) throw redirect("/welcome");
  return { frame, organization, api: connect(call, organization.id) };
}

async function loadFrame(call: Named): Promise<Frame> {
  const { slug } = { slug: call.params.organization };
  const anywhere = connect(call);
  const list = anywhere.client.GET("/v1/organizations", { params: { query: { limit: 100 } } });
  const asked = slug === undefined ? anywhere.client.GET("/v1/me") : null;
  const { data: organizations } = await anywhere.read(list);
  const chosen = organizations.find((one) => one.slug === slug);
  if (slug !== undefined && !chosen) throw data(null, { status: 404 });
  const here = connect(call, chosen?.status === "active" ? chosen.id : undefined);
  const me = await here.read(asked ?? here.client.GET("/v1/me"));
  if (!me.user) throw redirect(`/sign-in?next=${encodeURIComponent(pathOf(call.request))}`);
  await takeOverPreferences(call.request, me.user);
  return frameFrom(me, me.user, organizations, chosen);
}

function frameFrom(me: Me, user: User, organizations: Mine[], chosen: Mine | undefined): Frame {
  const isDeleted = chosen !== undefined && chosen.status !== "active";
  return {
    user,
    organization: chosen ?? me.organization,
    organizations: organizations.map(({ id, name, slug, status }) => ({ id, name, slug, status })),
    permissions: isDeleted ? [] : (me.membership?.permissions ?? []),
    role: chosen?.role ?? me.membership?.role ?? null,
    memberId: chosen?.memberId ?? me.membership?.id ?? null,
    singleKeys: user.preferences.singleKeys,
  };
}

/** A browser that does not know yet how this person likes things learns it before it shows anything. */
async function takeOverPreferences(request: Request, { preferences }: User): Promise<void> {
  if (request.method !== "GET" || hasPreferences(request)) return;
  const { theme, density } = preferences;
  throw redirect(pathOf(request), {
    headers: { "Set-Cookie": await writePreferences(request, { theme, density }) },
  });
}
