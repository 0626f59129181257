import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { LinkButton } from "~/components/ui/link-button";
import { Progress } from "~/components/ui/progress";
import { EmptyState } from "~/components/ui/states";
import type { AskableField } from "~/conditions/group";
import type { Move } from "~/sorting/sortable";
import { countOf } from "~/words/format";
import type { ScoringRule, ScoringSettings } from "./rule";
import { RuleTable } from "./rule-table";
import { SettingsForm } from "./settings-form";

export type RulesViewProps = {
  rules: readonly ScoringRule[];
  settings: ScoringSettings;
  fields: readonly AskableField[];
  mayWrite: boolean;
  base: string;
  panel?: ReactNode;
  onMove: Move;
  /** What the organization's own past says, beside the rules. */
  modelTo: string;
};

const axes = [
  { axis: "fit", name: "Fit", about: "What a lead is: whether it could become a customer at all." },
  { axis: "engagement", name: "Engagement", about: "What a lead does: how much it wants to." },
] as const;

/** How leads are scored, rule by rule. */
export function RulesView(props: RulesViewProps) {
  const { rules, settings, fields, mayWrite, base, panel, modelTo, onMove } = props;
  return (
    <Page
      title="Lead scoring"
      about={
        <>
          Each lead gets points for what it is and what it does, 0 to 100 in all, and its page names every
          reason.{" "}
          <Link to={modelTo} className="link">
            What your own past says
          </Link>
        </>
      }
      action={
        mayWrite && (
          <LinkButton to={`${base}/new`} look="primary" preventScrollReset>
            <Plus aria-hidden />
            Add rule
          </LinkButton>
        )
      }
    >
      <Run run={settings.run} />
      {axes.map(({ axis, name, about }) => {
        const own = rules.filter((rule) => rule.axis === axis);
        const max = axis === "fit" ? settings.fitMax : settings.engagementMax;
        return (
          <Section key={axis} title={name} about={`${about} It counts up to ${max} points.`}>
            {own.length === 0 ? (
              <EmptyState icon={Plus} title="No rule here yet">
                Every lead has 0 points on this side until a rule gives some.
              </EmptyState>
            ) : (
              <RuleTable
                rules={own}
                axis={axis}
                caption={name}
                fields={fields}
                to={mayWrite ? base : null}
                onMove={onMove}
              />
            )}
          </Section>
        );
      })}
      <Section
        title="Bands and limits"
        about="From cold to hot; a lead leaves its band only when it is clearly past the edge."
      >
        <SettingsForm settings={settings} mayWrite={mayWrite} />
      </Section>
      {panel}
    </Page>
  );
}

function Run({ run }: { run: ScoringSettings["run"] }) {
  if (!run || run.finishedAt) return null;
  const text = `${run.done} of ${countOf(run.total, "lead")} follow the last change`;
  return (
    <div className="mb-6 grid max-w-md gap-1.5" role="status">
      <p className="text-13 text-muted">{text}</p>
      <Progress label="Leads scored again" value={run.done} max={run.total} text={text} />
    </div>
  );
}
