import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { channelOf } from "~/calendar/calendar.server";
import { enter } from "~/frame/frame.server";

const ahead = 28 * 86_400_000;

/** No screen of its own: what “Move to” offers. */
export async function loader(args: LoaderFunctionArgs) {
  const { api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const channel = channelOf(searchParams.get("channel")) ?? "site";
  const [from, to] = [Date.now(), Date.now() + ahead].map((time) => new Date(time).toISOString());
  const query = {
    from: from ?? "",
    to: to ?? "",
    businessId: searchParams.get("business") ?? "",
    channel,
    limit: 6,
  };
  const { basis, slots } = await api.read(api.client.GET("/v1/calendar/free-slots", { params: { query } }));
  return { basis, times: slots.map(({ at }) => at) };
}
