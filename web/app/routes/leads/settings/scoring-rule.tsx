import { type ActionFunctionArgs, data, type LoaderFunctionArgs } from "@remix-run/cloudflare";
import { type ShouldRevalidateFunctionArgs, useLoaderData } from "@remix-run/react";
import { useAnswer } from "~/form/answer";
import { textOf } from "~/form/form-data";
import { enter } from "~/frame/frame.server";
import { answerWithNotice } from "~/notices.server";
import { draftOf, type ScoringRule } from "~/scoring/rule";
import { RulePanel } from "~/scoring/rule-panel";
import { ruleFieldsOf, rulesOf } from "~/scoring/rules.server";
import { title } from "~/titles";

export const meta = () => title("Scoring rule");

/** A rule that is being deleted is not looked for again: its panel closes. */
export function shouldRevalidate({
  formData,
  defaultShouldRevalidate,
}: ShouldRevalidateFunctionArgs): boolean {
  return formData?.get("intent") === "delete" ? false : defaultShouldRevalidate;
}

/** `new` is a rule that is not there yet. */
export async function loader(args: LoaderFunctionArgs) {
  const { api, frame, organization } = await enter(args);
  const ruleId = args.params["ruleId"] ?? "";
  const base = `/o/${organization.slug}/settings/lead-scoring`;
  const [rules, fields, settings] = await Promise.all([
    rulesOf(api),
    ruleFieldsOf(api, frame),
    api.read(api.client.GET("/v1/scoring-settings")),
  ]);
  const rule = rules.find(({ id }) => id === ruleId) ?? null;
  if (!rule && ruleId !== "new") throw data(null, { status: 404 });
  const groups = settings.groups.map(({ name }) => name);
  return {
    rule,
    fields,
    groups,
    closeTo: base,
    previewTo: `/o/${organization.slug}/settings/lead-scoring-preview`,
  };
}

export async function action(args: ActionFunctionArgs) {
  const { api, organization } = await enter(args);
  const formData = await args.request.formData();
  const ruleId = args.params["ruleId"] ?? "";
  const params = { path: { ruleId } };
  const to = `/o/${organization.slug}/settings/lead-scoring`;
  if (formData.get("intent") === "delete") {
    const rules = await rulesOf(api);
    const place = rules.findIndex(({ id }) => id === ruleId);
    const kept = rules[place];
    const outcome = await api.attempt(api.client.DELETE("/v1/scoring-rules/{ruleId}", { params }));
    if (!outcome.ok)
      return answerWithNotice(formData, to, { message: outcome.problem.detail, tone: "failed" });
    const fields = { intent: "save", rule: JSON.stringify(kept && draftOf(kept)), position: String(place) };
    const undo = kept ? { undo: { action: `${to}/new`, fields } } : {};
    return answerWithNotice(formData, to, {
      message: "The rule is gone. All leads are scored again.",
      ...undo,
    });
  }
  // safe: the API refuses what it does not know, and says so
  const { kind, ...rule } = draftOf(JSON.parse(textOf(formData, "rule")) as ScoringRule);
  const position = textOf(formData, "position");
  const place = position === "" ? {} : { position: Number(position) };
  const outcome = await api.attempt(
    ruleId === "new"
      ? api.client.POST("/v1/scoring-rules", { body: { ...rule, kind, ...place } })
      : api.client.PATCH("/v1/scoring-rules/{ruleId}", { params, body: rule }),
  );
  if (outcome.ok)
    return answerWithNotice(formData, to, { message: `“${outcome.data.name}” is saved. All leads follow.` });
  const refusal = outcome.problem.errors[0]?.detail ?? outcome.problem.detail;
  return data({ refusal }, { status: outcome.problem.status });
}

export default function ScoringRulePage() {
  const page = useLoaderData<typeof loader>();
  const refusal = useAnswer<{ refusal?: string }>()?.refusal;
  return <RulePanel key={page.rule?.id ?? "new"} {...page} {...(refusal ? { refusal } : {})} />;
}
