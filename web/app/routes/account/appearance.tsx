import type { LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { AppearanceView } from "~/account/appearance-view";
import { frameOf } from "~/frame/frame.server";
import { readPreferences } from "~/preferences.server";
import { title } from "~/titles";

export const meta = () => title("Appearance");

export async function loader(args: LoaderFunctionArgs) {
  const { singleKeys } = await frameOf(args);
  return { ...(await readPreferences(args.request)), singleKeys };
}

export default function Appearance() {
  return <AppearanceView {...useLoaderData<typeof loader>()} />;
}
