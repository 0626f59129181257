import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { Api } from "~/api.server";
import { BusinessView, isBusinessPart } from "~/businesses/business-view";
import {
  removePromotion,
  restorePromotion,
  savePromotion,
  saveSection,
  setArchived,
} from "~/businesses/businesses.server";
import { actOnWebsite, loadWebsite } from "~/businesses/website.server";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { profileOptions } from "~/settings/profile-options.server";
import { title } from "~/titles";

export const meta = () => title("Business");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const business = await read(api, args.params.businessId);
  const asked = new URL(args.request.url).searchParams.get("part");
  const part = isBusinessPart(asked) ? asked : undefined;
  const { language, timezone } = business;
  const { languages, zones } = profileOptions({ language, zone: timezone });
  return {
    business,
    part,
    website: part === "website" ? await loadWebsite(api, business.id) : null,
    topicsTo: `/o/${organization.slug}/topics?business=${business.id}`,
    // Both always hold something.
    choices: { languages: languages.filter(isChosen), zones: zones.filter(isChosen) },
    mayWrite: frame.permissions.includes("content:write"),
    backTo: `/o/${organization.slug}/businesses`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  const { pathname, search } = new URL(args.request.url);
  const here = { api, formData, to: pathname.replace(/\.data$/, "") + search };
  const intent = textOf(formData, "intent");
  if (intent === "archive" || intent === "restore") return setArchived(here, intent === "archive");
  const there = { ...here, business: await read(api, args.params.businessId) };
  if (intent === "promotion:remove") return removePromotion(there);
  if (intent === "promotion:restore") return restorePromotion(there);
  if (intent.startsWith("promotion:")) return savePromotion(there);
  const saved = (await actOnWebsite(there)) ?? (await saveSection(there));
  if (!saved) throw data(null, { status: 400 });
  return saved;
}

function read(api: Api, businessId = "") {
  return api.read(api.client.GET("/v1/businesses/{businessId}", { params: { path: { businessId } } }));
}

function isChosen({ value }: { value: string }): boolean {
  return value !== "";
}

export default function BusinessPage() {
  return <BusinessView {...useLoaderData<typeof loader>()} />;
}
