import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readBusinesses } from "~/bundles/bundle.server";
import { type ImportRefusal, ImportView } from "~/exchange/import-view";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { title } from "~/titles";
import type { paths } from "../../../../sdk";

type ImportBody = paths["/v1/bundle-imports"]["post"]["requestBody"]["content"]["application/json"];

const mostBytes = 5_000_000;

export const meta = () => title("Import a bundle");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  if (!frame.permissions.includes("content:write")) throw data(null, { status: 403 });
  return { businesses: await readBusinesses(api), home: `/o/${organization.slug}` };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const file = await readFile(formData.get("file"));
  if (typeof file === "string") return refuse({ message: file, places: [] }, 422);
  // safe: the API reads it as it reads what a program sends, and says what is wrong with it
  const body = { businessId: textOf(formData, "businessId"), file } as ImportBody;
  const outcome = await api.attempt(api.client.POST("/v1/bundle-imports", { body }));
  if (!outcome.ok) {
    const { detail, errors, status } = outcome.problem;
    return refuse({ message: detail, places: errors }, status);
  }
  const { bundleId, pieces } = outcome.data;
  return redirectWithNotice(`/o/${organization.slug}/bundles/${bundleId}`, {
    message: `${pieces} pieces came in. Look through them before you approve.`,
  });
}

/** What the file holds, or why it is none of ours. */
async function readFile(file: FormDataEntryValue | null): Promise<object | string> {
  if (!(file instanceof File) || file.size === 0) return "Choose the file that was downloaded here.";
  if (file.size > mostBytes) return "This file is larger than 5 MB.";
  try {
    const value: unknown = JSON.parse(await file.text());
    return typeof value === "object" && value !== null ? value : notOurs;
  } catch {
    return notOurs;
  }
}

const notOurs = "This file is no JSON. Choose the one that was downloaded here as JSON.";

function refuse(refusal: ImportRefusal, status: number) {
  return data({ refusal }, { status });
}

export default function Import() {
  const answer = useActionData<typeof action>();
  return <ImportView {...useLoaderData<typeof loader>()} refusal={answer?.refusal ?? null} />;
}
