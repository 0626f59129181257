import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { useLoaderData } from "@remix-run/react";
import type { output } from "zod";
import type { Condition } from "../../../../worker/kernel/pure/condition";
import { peopleOf, rulesOf } from "~/assignment/assignment.server";
import { RulePanel } from "~/assignment/rule-panel";
import { pressButton, submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { askableFields, houseOf } from "~/leads/house.server";
import { conditionIn } from "~/leads/views/address";
import { redirectWithNotice } from "~/notices.server";
import { ruleSchema } from "~/schemas/assignment";
import { title } from "~/titles";

export const meta = () => title("Rule");

/** `new` is a rule that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const [rules, people, house] = await Promise.all([rulesOf(api), peopleOf(api), houseOf(api, frame)]);
  const ruleId = args.params["ruleId"] ?? "";
  const place = rules.findIndex(({ id }) => id === ruleId);
  const rule = rules[place] ?? null;
  if (!rule && ruleId !== "new") throw data(null, { status: 404 });
  return {
    rule,
    position: rule ? place + 1 : rules.length + 1,
    ...people,
    fields: await askableFields(api, house),
    closeTo: `/o/${organization.slug}/settings/lead-assignment`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const ruleId = args.params["ruleId"] ?? "";
  const params = { path: { ruleId } };
  const to = `/o/${organization.slug}/settings/lead-assignment`;
  if (formData.get("intent") === "delete") {
    const act = api.client.DELETE("/v1/assignment-rules/{ruleId}", { params });
    return pressButton({
      api,
      act,
      to,
      done: { message: "The rule is gone. Its leads stay where they are." },
    });
  }
  const form = await submitForm({ api, formData, intent: "save", schema: ruleSchema }, (value) => {
    const body = bodyOf(value);
    return ruleId === "new"
      ? api.client.POST("/v1/assignment-rules", { body })
      : api.client.PATCH("/v1/assignment-rules/{ruleId}", { params, body });
  });
  return form.ok ? redirectWithNotice(to, { message: `“${form.data.name}” is saved.` }) : form.answer;
}

function bodyOf({ condition, fallbackTo, position, ...rule }: output<typeof ruleSchema>) {
  const tree: Condition | null = condition === "" ? null : conditionIn(condition);
  return { ...rule, condition: tree, fallbackTo: fallbackTo || null, position: position - 1 };
}

export default function AssignmentRule() {
  const page = useLoaderData<typeof loader>();
  return <RulePanel key={page.rule?.id ?? "new"} {...page} />;
}
