import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { type MetaFunction, Outlet, useLoaderData } from "@remix-run/react";
import { pathOf } from "~/api.server";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { readForm } from "~/forms/form.server";
import { decideSubmission } from "~/forms/submissions/decide.server";
import type { SubmissionsTab } from "~/forms/submissions/submission-list";
import { SubmissionsView } from "~/forms/submissions/submissions-view";
import { useDeferredDelete } from "~/forms/submissions/use-deferred-delete";
import { enter } from "~/frame/frame.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta: MetaFunction<typeof loader> = ({ data }) => title("Answers", data?.form.name);

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const path = { formId: args.params.formId ?? "" };
  const tab = tabOf(new URL(args.request.url).searchParams.get("tab"));
  const state = tab === "spam" ? ("spam" as const) : ("inbox" as const);
  const query = { ...pageQueryOf(args.request), state };
  const [form, page, summary] = await Promise.all([
    readForm(api, path.formId),
    tab === "summary"
      ? null
      : api.read(api.client.GET("/v1/forms/{formId}/submissions", { params: { path, query } })),
    tab === "summary"
      ? api.read(api.client.GET("/v1/forms/{formId}/answers-summary", { params: { path } }))
      : null,
  ]);
  const { id, name, state: formState, definition } = form;
  return {
    form: { id, name, state: formState, definition },
    tab,
    submissions: page?.data ?? [],
    nextCursor: page?.nextCursor ?? null,
    summary,
    formTo: `/o/${organization.slug}/forms/${id}`,
    mayWrite: frame.permissions.includes("submissions:write"),
    mayExport: frame.permissions.includes("leads:export"),
  };
}

function tabOf(asked: string | null): SubmissionsTab {
  return asked === "spam" || asked === "summary" ? asked : "inbox";
}

export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  const intent = textOf(formData, "intent");
  if (intent !== "release" && intent !== "mark") throw data(null, { status: 400 });
  return decideSubmission(api, formData, intent, pathOf(args.request));
}

export default function Submissions() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  const deleting = useDeferredDelete(rest.formTo);
  return (
    <SubmissionsView
      {...rest}
      deleting={deleting}
      pages={<Pagination nextCursor={nextCursor} what="answers" />}
      panel={<Outlet />}
    />
  );
}
