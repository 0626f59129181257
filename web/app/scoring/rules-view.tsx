import { Link } from "@remix-run/react";
import { Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Page, Section } from "~/components/page";
import { Badge } from "~/components/ui/badge";
import { LinkButton } from "~/components/ui/link-button";
import { Progress } from "~/components/ui/progress";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import type { AskableField } from "~/conditions/group";
import { useLocale } from "~/locale";
import { countOf } from "~/words/format";
import { type ScoringRule, type ScoringSettings, sayRule } from "./rule";
import { signed } from "./score";
import { SettingsForm } from "./settings-form";

export type RulesViewProps = {
  rules: readonly ScoringRule[];
  settings: ScoringSettings;
  fields: readonly AskableField[];
  mayWrite: boolean;
  base: string;
  panel?: ReactNode;
  /** What the organization's own past says, beside the rules. */
  modelTo: string;
};

const axes = [
  { axis: "fit", name: "Fit", about: "What a lead is: whether it could become a customer at all." },
  { axis: "engagement", name: "Engagement", about: "What a lead does: how much it wants to." },
] as const;

/** How leads are scored, rule by rule. */
export function RulesView({ rules, settings, fields, mayWrite, base, panel, modelTo }: RulesViewProps) {
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
              <RuleTable rules={own} caption={name} fields={fields} to={mayWrite ? base : null} />
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

const head = [
  { key: "name", name: "Rule" },
  { key: "points", name: "Points", align: "right" as const },
  { key: "state", name: "State", hidden: true },
];

type RuleTableProps = Pick<RulesViewProps, "rules" | "fields"> & { caption: string; to: string | null };

function RuleTable({ rules, fields, caption, to }: RuleTableProps) {
  const { language } = useLocale();
  return (
    <Table caption={caption} head={head}>
      {rules.map((rule) => (
        <Row key={rule.id}>
          <LeadCell>
            {to && !rule.isHidden ? (
              <Link to={`${to}/${rule.id}`} preventScrollReset prefetch="intent" className="font-medium">
                {rule.name}
              </Link>
            ) : (
              <span className="font-medium">{rule.name}</span>
            )}
            <span className="line-clamp-2 text-12 text-muted">{sayRule(rule, fields, language)}</span>
          </LeadCell>
          <Cell label="Points" align="right">
            <span className={rule.points < 0 ? "text-attention tabular-nums" : "tabular-nums"}>
              {signed(rule.points)}
            </span>
          </Cell>
          <Cell actions>
            {rule.isBroken && <Badge tone="attention">Asks about a field that is gone</Badge>}
            {!rule.isActive && <Badge>Off</Badge>}
            {rule.group && <Badge>{rule.group}</Badge>}
          </Cell>
        </Row>
      ))}
    </Table>
  );
}
