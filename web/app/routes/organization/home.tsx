import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import { enter } from "~/frame/frame.server";
import { addFirstBusiness } from "~/home/first-business.server";
import { firstSteps } from "~/home/first-steps.server";
import { HomeView } from "~/home/home-view";
import { todayOf } from "~/home/today.server";
import { localeOf } from "~/locale.server";
import { answerWithNotice } from "~/notices.server";
import { throwProblem } from "~/problem.server";
import { title } from "~/titles";

export const meta = () => title("Home");

export async function loader(args: LoaderFunctionArgs) {
  const entered = await enter(args);
  const { frame, organization } = entered;
  const home = `/o/${organization.slug}`;
  if (organization.status === "deleted") return redirect(`${home}/settings/organization`);
  const { timeZone } = localeOf(args.request, frame.user.timezone);
  const [steps, today] = await Promise.all([
    firstSteps(entered),
    frame.permissions.includes("leads:read") ? todayOf(entered.api, timeZone) : null,
  ]);
  const isNew = steps.some(({ id, done }) => id === "business" && !done);
  return {
    organizationName: organization.name,
    home,
    today,
    steps,
    hidden: frame.user.preferences.onboardingDismissed,
    firstBusinessAt: isNew ? home : undefined,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const intent = formData.get("intent");
  if (intent === "first-business")
    return addFirstBusiness({ api, formData, home: `/o/${organization.slug}` });
  if (intent !== "hide-checklist" && intent !== "show-checklist") throw data(null, { status: 400 });
  const onboardingDismissed = intent === "hide-checklist";
  const outcome = await api.attempt(
    api.client.PATCH("/v1/me", { body: { preferences: { onboardingDismissed } } }),
  );
  if (!outcome.ok) throwProblem(outcome.problem);
  const to = `/o/${organization.slug}`;
  if (!onboardingDismissed) return redirect(to);
  const undo = { action: to, fields: { intent: "show-checklist" } };
  return answerWithNotice(formData, to, { message: "First steps are put away.", undo });
}

export default function Home() {
  return <HomeView {...useLoaderData<typeof loader>()} />;
}
