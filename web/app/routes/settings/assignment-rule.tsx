import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { useOutletContext, useParams } from "@remix-run/react";
import type { output } from "zod";
import type { Condition } from "../../../../worker/kernel/pure/condition";
import { bringBackRule, deleteRule } from "~/assignment/assignment.server";
import type { AssignmentViewProps } from "~/assignment/assignment-view";
import { RulePanel } from "~/assignment/rule-panel";
import { SidePanel } from "~/components/side-panel";
import { submitForm } from "~/form/submit.server";
import { enter } from "~/frame/frame.server";
import { conditionIn } from "~/leads/views/address";
import { answerWithNotice, redirectWithNotice } from "~/notices.server";
import { ruleSchema } from "~/schemas/assignment";
import { title } from "~/titles";

export const meta = () => title("Rule");

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const ruleId = args.params["ruleId"] ?? "";
  const params = { path: { ruleId } };
  const to = `/o/${organization.slug}/settings/lead-assignment`;
  const intent = formData.get("intent");
  if (intent === "delete")
    return answerWithNotice(formData, to, await deleteRule(api, ruleId, `${to}/rules/new`));
  if (intent === "bring-back") return answerWithNotice(formData, to, await bringBackRule(api, formData));
  const form = await submitForm({ api, formData, intent: "save", schema: ruleSchema }, (value) => {
    const body = bodyOf(value);
    return ruleId === "new"
      ? api.client.POST("/v1/assignment-rules", { body })
      : api.client.PATCH("/v1/assignment-rules/{ruleId}", { params, body });
  });
  return form.ok ? redirectWithNotice(to, { message: `“${form.data.name}” is saved.` }) : form.answer;
}

function bodyOf({ condition, fallbackTo, ...rule }: output<typeof ruleSchema>) {
  const tree: Condition | null = condition === "" ? null : conditionIn(condition);
  return { ...rule, condition: tree, fallbackTo: fallbackTo || null };
}

/** `new` is a rule that is not there yet. All that the panel shows, the list behind it has read already. */
export default function AssignmentRule() {
  const { ruleId } = useParams();
  const { rules, base, ...offered } = useOutletContext<AssignmentViewProps>();
  const rule = rules.find(({ id }) => id === ruleId) ?? null;
  if (!rule && ruleId !== "new")
    return (
      <SidePanel title="This rule is gone" closeTo={base}>
        <p className="text-muted">Somebody has deleted it. Leads that it gave stay where they are.</p>
      </SidePanel>
    );
  return <RulePanel key={rule?.id ?? "new"} rule={rule} closeTo={base} {...offered} />;
}
