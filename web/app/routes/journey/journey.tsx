import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { changeJourney } from "~/journey/change.server";
import { journeyOf } from "~/journey/journey.server";
import { JourneyView } from "~/journey/journey-view";
import { title } from "~/titles";

export const meta = () => title("Journey");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  return {
    ...(await journeyOf(api, args.request)),
    mayWrite: frame.permissions.includes("content:write"),
    bundlesTo: `/o/${organization.slug}/bundles`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  return changeJourney(api, args.request, await args.request.formData());
}

export default function JourneyScreen() {
  return <JourneyView {...useLoaderData<typeof loader>()} />;
}
