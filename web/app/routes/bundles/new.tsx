import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { estimateOf } from "~/bundles/estimate.server";
import { bodyOf, firstOrder } from "~/bundles/order";
import { OrderView } from "~/bundles/order-view";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { redirectWithNotice } from "~/notices.server";
import { orderSchema } from "~/schemas/bundle";
import { title } from "~/titles";

export const meta = () => title("Order a bundle");

export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  if (!frame.permissions.includes("content:write")) throw data(null, { status: 403 });
  const home = `/o/${organization.slug}`;
  const limit = { query: { limit: 100 } };
  const known = await api.read(api.client.GET("/v1/businesses", { params: limit }));
  const businesses = known.data.map(({ id, name }) => ({ id, name }));
  const { searchParams } = new URL(args.request.url);
  const asked = searchParams.get("business");
  const only = searchParams.get("topics")?.split(",");
  const business = businesses.find(({ id }) => id === asked) ?? businesses[0] ?? null;
  const start = firstOrder(business?.name ?? "", new Date().toISOString().slice(0, 10));
  const estimate = await estimateOf(api, start);
  if (!business) return { businesses, business, home, start, estimate, strategies: [], topics: [] };
  const path = { businessId: business.id };
  const [strategies, topics] = await Promise.all([
    api.read(api.client.GET("/v1/businesses/{businessId}/strategies", { params: { path, ...limit } })),
    api.read(
      api.client.GET("/v1/businesses/{businessId}/topics", {
        params: { path, query: { limit: 100, status: "chosen" } },
      }),
    ),
  ]);
  return {
    businesses,
    business,
    home,
    start,
    estimate,
    strategies: strategies.data.map(({ id, name, isDefault }) => ({ id, name, isDefault })),
    topics: topics.data.map(({ id, title, subheader }) => ({
      id,
      title,
      subheader,
      isLeftOut: only !== undefined && !only.includes(id),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const form = await submitForm({ api, formData, intent: "order", schema: orderSchema }, (order) =>
    api.client.POST("/v1/bundles", { body: bodyOf(order) }),
  );
  if (!form.ok) return form.answer;
  const { id: bundleId, name } = form.data;
  const to = `/o/${organization.slug}/bundles/${bundleId}`;
  if (form.value.purpose === "keep")
    return redirectWithNotice(to, { message: `“${name}” is kept. Nothing is written yet.` });
  const started = await api.attempt(
    api.client.POST("/v1/bundles/{bundleId}/generation", { params: { path: { bundleId } } }),
  );
  if (started.ok) return redirectWithNotice(to, { message: `“${name}” is being written.` });
  return redirectWithNotice(to, { message: started.problem.detail, tone: "failed" });
}

export default function NewBundle() {
  return <OrderView {...useLoaderData<typeof loader>()} />;
}
