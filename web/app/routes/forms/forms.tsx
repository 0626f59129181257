import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { pathOf } from "~/api.server";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { FormsView } from "~/forms/forms-view";
import { enter } from "~/frame/frame.server";
import { answerWithNotice } from "~/notices.server";
import { pageQueryOf, searchedFor } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Forms");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const { searchParams } = new URL(args.request.url);
  const isArchived = searchParams.get("archived") === "true";
  const q = searchedFor(searchParams);
  const query = {
    ...pageQueryOf(args.request),
    q,
    archived: isArchived ? ("true" as const) : ("false" as const),
  };
  const page = await api.read(api.client.GET("/v1/forms", { params: { query } }));
  return {
    forms: page.data,
    nextCursor: page.nextCursor,
    archived: isArchived,
    q,
    mayWrite: frame.permissions.includes("forms:write"),
    mayReadAnswers: frame.permissions.includes("submissions:read"),
  };
}

/** Puts a form away, or takes it out again; either can be taken back from its notice. */
export async function action(args: ActionFunctionArgs) {
  const { api } = await enter(args);
  const formData = await args.request.formData();
  const [intent, id, name] = [textOf(formData, "intent"), textOf(formData, "id"), textOf(formData, "name")];
  if (intent !== "archive" && intent !== "unarchive") throw data(null, { status: 400 });
  const params = { path: { formId: id } };
  const isArchiving = intent === "archive";
  const outcome = await api.attempt(
    isArchiving
      ? api.client.PUT("/v1/forms/{formId}/archive", { params })
      : api.client.DELETE("/v1/forms/{formId}/archive", { params }),
  );
  const to = pathOf(args.request);
  if (!outcome.ok) return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
  return answerWithNotice(formData, to, {
    message: isArchiving ? `“${name}” is archived.` : `“${name}” is back, not published.`,
    undo: { action: to, fields: { intent: isArchiving ? "unarchive" : "archive", id, name } },
  });
}

export default function Forms() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <FormsView {...rest} pages={<Pagination nextCursor={nextCursor} what="forms" />} />;
}
