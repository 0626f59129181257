/** Open leads of a stage that have been in it for as many weeks. */
export type OpenLeads = { stageId: string; weeks: number; leads: number; value: number };
export type StageOdds = { stageId: string; name: string; winProbability: number };

export type PipelineStage = {
  stageId: string;
  name: string;
  leads: number;
  value: number;
  /** Of the stage, from 0 to 1. */
  probability: number;
  /** After what staying too long has taken from it; weighted by value. */
  agedProbability: number;
  weighted: number;
};

export type Pipeline = {
  leads: number;
  value: number;
  weighted: number;
  /** How long a won deal was in a stage, on average. */
  usualDays: number;
  stages: PipelineStage[];
};

/** With no deal won yet. */
const usualWithoutWins = 14;
const leastUsual = 3;

/** What is open, by the stage's probability; who stays longer than usual counts half, and half again each time as long once more. */
export function weighPipeline(
  open: readonly OpenLeads[],
  stages: readonly StageOdds[],
  wins: { won: number; winDays: number },
): Pipeline {
  const days = wins.won === 0 ? usualWithoutWins : wins.winDays / wins.won / Math.max(stages.length, 1);
  const usualDays = Math.max(days, leastUsual);
  const weighed = stages.map((stage) => weighStage(stage, open, usualDays)).filter(({ leads }) => leads > 0);
  const sum = (of: (stage: PipelineStage) => number) => weighed.reduce((all, stage) => all + of(stage), 0);
  return {
    leads: sum(({ leads }) => leads),
    value: sum(({ value }) => value),
    weighted: sum(({ weighted }) => weighted),
    usualDays,
    stages: weighed,
  };
}

function weighStage(
  { stageId, name, winProbability }: StageOdds,
  open: readonly OpenLeads[],
  usualDays: number,
): PipelineStage {
  const probability = winProbability / 100;
  const here = open.filter((each) => each.stageId === stageId);
  const value = here.reduce((sum, each) => sum + each.value, 0);
  const weighted = Math.round(
    here.reduce((sum, each) => sum + each.value * probability * remaining(each.weeks, usualDays), 0),
  );
  return {
    stageId,
    name,
    leads: here.reduce((sum, each) => sum + each.leads, 0),
    value,
    probability,
    agedProbability: value === 0 ? probability : weighted / value,
    weighted,
  };
}

export function remaining(weeks: number, usualDays: number): number {
  const times = (weeks * 7) / usualDays;
  return 0.5 ** Math.max(0, times - 1);
}
