import { textOf } from "~/form/form-data";
import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { connect } from "~/api.server";
import { Pagination } from "~/components/ui/pagination";
import { pressButton } from "~/form/submit.server";
import { pathOf } from "~/api.server";
import { isJobStatus, JobsView } from "~/operator/jobs-view";
import { pageQueryOf } from "~/page-query";
import { title } from "~/titles";

export const meta = () => title("Jobs");

export async function loader({ request, context }: LoaderFunctionArgs) {
  const api = connect({ request, context });
  const asked = new URL(request.url).searchParams.get("status");
  const status = isJobStatus(asked) ? asked : undefined;
  const query = { ...pageQueryOf(request), ...(status ? { status } : {}) };
  const jobs = await api.read(api.client.GET("/v1/jobs", { params: { query } }));
  return { jobs: jobs.data, nextCursor: jobs.nextCursor, status };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const api = connect({ request, context });
  const formData = await request.formData();
  const to = pathOf(request);
  const params = { path: { jobId: textOf(formData, "id") } };
  switch (formData.get("intent")) {
    case "replay": {
      const act = api.client.POST("/v1/jobs/{jobId}/replay", { params });
      return pressButton({ api, act, to, done: { message: "The job is on its way again." } });
    }
    case "discard": {
      const act = api.client.DELETE("/v1/jobs/{jobId}", { params });
      return pressButton({ api, act, to, done: { message: "The job is discarded." } });
    }
    default:
      throw data(null, { status: 400 });
  }
}

export default function Jobs() {
  const { nextCursor, ...rest } = useLoaderData<typeof loader>();
  return <JobsView {...rest} pages={<Pagination nextCursor={nextCursor} what="jobs" />} />;
}
