import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { textOf } from "~/form/form-data";
import { readForm } from "~/forms/form.server";
import { decideSubmission } from "~/forms/submissions/decide.server";
import { SubmissionPanel } from "~/forms/submissions/submission-panel";
import { enter } from "~/frame/frame.server";

export async function loader(args: LoaderFunctionArgs) {
  const { frame, organization, api } = await enter(args);
  const submissionId = args.params.submissionId ?? "";
  const submission = await api.read(
    api.client.GET("/v1/submissions/{submissionId}", { params: { path: { submissionId } } }),
  );
  const formId = args.params.formId ?? "";
  const { definition } = await readForm(api, formId);
  const home = `/o/${organization.slug}`;
  const search = submission.state === "spam" ? "?tab=spam" : "";
  const { leadId } = submission;
  const mayReadLeads = frame.permissions.includes("leads:read");
  return {
    submission,
    definition,
    closeTo: `${home}/forms/${formId}/submissions${search}`,
    leadTo: mayReadLeads && leadId ? `${home}/leads/${leadId}` : null,
    mayWrite: frame.permissions.includes("submissions:write"),
    mayContact: frame.permissions.includes("leads:contact"),
  };
}

/** Decided in the panel; the list behind it is where one comes back to. */
export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const intent = textOf(formData, "intent");
  if (intent !== "release" && intent !== "mark") throw data(null, { status: 400 });
  const to = `/o/${organization.slug}/forms/${args.params.formId ?? ""}/submissions`;
  return decideSubmission(api, formData, intent, to);
}

export default function Submission() {
  return <SubmissionPanel {...useLoaderData<typeof loader>()} />;
}
