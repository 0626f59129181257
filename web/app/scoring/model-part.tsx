import { Hourglass } from "lucide-react";
import { Section } from "~/components/page";
import { EmptyState } from "~/components/ui/states";
import { Cell, LeadCell, Row, Table } from "~/components/ui/table";
import { RelativeTime } from "~/components/ui/time";
import { ActionButton } from "~/form/action-button";
import { useLocale } from "~/locale";
import { countOf, formatPercent } from "~/words/format";
import { type ScoringModel, sayFeature, sayOdds, sayOff } from "./model";

export type ModelPartProps = {
  model: ScoringModel;
  /** Names of sources by id. */
  sources: Record<string, string>;
  mayTrain: boolean;
};

/** What was learned of the organization's own decided leads: how good it is, and what it looks at. */
export function ModelPart(props: ModelPartProps) {
  const { model, mayTrain } = props;
  if (model.state === "off") return <Off model={model} mayTrain={mayTrain} />;
  return (
    <>
      <HowGood {...props} />
      <LooksAt {...props} />
    </>
  );
}

function Off({ model, mayTrain }: Omit<ModelPartProps, "sources">) {
  return (
    <EmptyState
      icon={Hourglass}
      title="Win probability is off"
      action={mayTrain && <TrainButton look="primary">Learn from decided leads</TrainButton>}
    >
      {sayOff(model.reason, model)}
    </EmptyState>
  );
}

function TrainButton({ look, children }: { look: "primary" | "secondary"; children: string }) {
  return (
    <ActionButton intent="train" look={look}>
      {children}
    </ActionButton>
  );
}

const binHead = [
  { key: "bin", name: "Fifth of the leads" },
  { key: "leads", name: "Leads", align: "right" as const },
  { key: "said", name: "Said", align: "right" as const },
  { key: "was", name: "Won", align: "right" as const },
];
const fifths = ["Least likely", "Second", "Middle", "Fourth", "Most likely"];

function HowGood({ model: { metrics, trainedAt, isApplying, won, lost }, mayTrain }: ModelPartProps) {
  const locale = useLocale();
  if (!metrics) return null;
  return (
    <Section
      title="How good it is"
      about={
        <>
          Learned from {countOf(won + lost, "decided lead")}
          {trainedAt && (
            <>
              , <RelativeTime at={trainedAt} />
            </>
          )}
          ; judged by the latest {metrics.testedOn}, which it had not seen.
          {isApplying && " Open leads are being told now."}
        </>
      }
      action={mayTrain && <TrainButton look="secondary">Learn again</TrainButton>}
    >
      <p>
        In <span className="text-20 font-semibold tabular-nums">{formatPercent(metrics.auc, locale)}</span> of
        pairs it put the lead that was won above the one that was lost; by chance it would be{" "}
        {formatPercent(0.5, locale)} (AUC).
      </p>
      <p className="mt-2 text-muted">
        Its Brier score is {metrics.brier.toFixed(3)}; saying the same of everybody would have had{" "}
        {metrics.baselineBrier.toFixed(3)}. Lower is better.
      </p>
      <div className="mt-4">
        <Table caption="What it said and what happened" head={binHead}>
          {metrics.bins.map(({ expected, actual, leads }, index) => (
            <Row key={expected}>
              <LeadCell>{fifths[index] ?? index + 1}</LeadCell>
              <Cell label="Leads" align="right">
                {leads}
              </Cell>
              <Cell label="Said" align="right">
                {formatPercent(expected, locale)}
              </Cell>
              <Cell label="Won" align="right">
                {formatPercent(actual, locale)}
              </Cell>
            </Row>
          ))}
        </Table>
      </div>
    </Section>
  );
}

function LooksAt({ model, sources }: ModelPartProps) {
  const features = model.features.toSorted((one, other) => Math.abs(other.weight) - Math.abs(one.weight));
  const most = Math.max(...features.map(({ weight }) => Math.abs(weight)), 1e-9);
  return (
    <Section
      title="What it looks at"
      about="Nothing of how to reach somebody, and nothing that only comes with success. A bar to the right speaks for a win, to the left against it; the longer, the more (in log-odds)."
    >
      <WeightBars
        most={most}
        bars={features.map(({ key, sourceId, weight }) => ({
          key: `${key}${sourceId}`,
          name: sayFeature(key, sourceId ? sources[sourceId] : undefined),
          weight,
        }))}
      />
    </Section>
  );
}

type WeightBarsProps = { most: number; bars: readonly { key: string; name: string; weight: number }[] };

/** To the right what speaks for a win, to the left what speaks against it; each with its number. */
export function WeightBars({ most, bars }: WeightBarsProps) {
  const locale = useLocale();
  return (
    <ul>
      {bars.map(({ key, name, weight }) => {
        const width = `${(Math.abs(weight) / most) * 50}%`;
        return (
          <li key={key} className="flex min-h-8 items-center gap-3 border-b border-line py-1">
            <span className="min-w-0 flex-1">{name}</span>
            <span aria-hidden className="relative h-2 w-20 shrink-0 rounded-4 bg-sunken">
              <span
                className={`absolute inset-y-0 ${weight < 0 ? "right-1/2 bg-muted" : "left-1/2 bg-stream"}`}
                style={{ width }}
              />
            </span>
            <span className="w-12 text-right tabular-nums">{sayOdds(weight, locale)}</span>
          </li>
        );
      })}
    </ul>
  );
}
