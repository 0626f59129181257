import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { setArchived } from "~/businesses/businesses.server";
import { BusinessesView } from "~/businesses/businesses-view";
import { describedSchema, websiteSchema } from "~/businesses/schemas";
import { startReading } from "~/businesses/website.server";
import { Pagination } from "~/components/ui/pagination";
import { textOf } from "~/form/form-data";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Businesses");

export async function loader(args: LoaderFunctionArgs) {
  const { frame, api } = await enter(args);
  const archived = new URL(args.request.url).searchParams.get("status") === "archived";
  const query = {
    ...pageQueryOf(args.request),
    status: archived ? ("archived" as const) : ("active" as const),
  };
  const page = await api.read(api.client.GET("/v1/businesses", { params: { query } }));
  return {
    businesses: page.data,
    nextCursor: page.nextCursor,
    archived,
    mayWrite: frame.permissions.includes("content:write"),
  };
}

type Entered = Awaited<ReturnType<typeof enter>>;

export async function action(args: ActionFunctionArgs) {
  const entered = await enter(args);
  const { api, organization } = entered;
  const formData = await args.request.formData();
  const intent = textOf(formData, "intent");
  if (intent === "create") return create(entered, formData);
  if (intent === "describe") return describe(entered, formData);
  const to = `/o/${organization.slug}/businesses${intent === "restore" ? "?status=archived" : ""}`;
  if (intent === "archive" || intent === "restore") {
    return setArchived({ api, formData, to }, intent === "archive");
  }
  throw data(null, { status: 400 });
}

async function create({ api, organization }: Entered, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "create", schema: websiteSchema }, (body) =>
    api.client.POST("/v1/businesses", { body }),
  );
  if (!form.ok) return form.answer;
  const { id, name } = form.data;
  const started = await api.attempt(startReading(api, id));
  const to = `/o/${organization.slug}/businesses/${id}?part=website`;
  if (!started.ok) return redirectWithNotice(to, { message: started.problem.detail, tone: "failed" });
  return redirectWithNotice(to, { message: `“${name}” is there. Its website is being read.` });
}

async function describe({ api, organization }: Entered, formData: FormData) {
  const form = await submitForm({ api, formData, intent: "describe", schema: describedSchema }, (body) =>
    api.client.POST("/v1/businesses", { body }),
  );
  if (!form.ok) return form.answer;
  const { id, name } = form.data;
  return redirectWithNotice(`/o/${organization.slug}/businesses/${id}`, { message: `“${name}” is there.` });
}

export default function Businesses() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <BusinessesView {...rest} pages={<Pagination nextCursor={nextCursor} what="businesses" />} />;
}
