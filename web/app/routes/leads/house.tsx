import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { Outlet, useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { askableFields, houseOf } from "~/leads/house.server";
import { hasNews } from "~/live/news";

export const handle = {
  hears: ["lead_stage", "lead_source", "lead_tag", "custom_field", "member", "team", "form"],
};

/** Read once for the list and the board, and again only when it may be another. */
export function shouldRevalidate() {
  return hasNews(handle.hears);
}

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame } = await enter(args);
  const house = await houseOf(api, frame);
  return { house, fields: await askableFields(api, house, frame) };
}

export default function House() {
  return <Outlet context={useLoaderData<typeof loader>()} />;
}
