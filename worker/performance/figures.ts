/** What a day of somebody's leads is kept as; sums of these are what everything else is made from. */
export type Counts = {
  created: number;
  qualified: number;
  converted: number;
  lost: number;
  deals: number;
  revenue: number;
  cycleMs: number;
  responses: number;
  responseMs: number;
};
export type CountsIn = Counts & { currency: string };

export const counted = [
  "created",
  "qualified",
  "converted",
  "lost",
  "deals",
  "revenue",
  "cycleMs",
  "responses",
  "responseMs",
] as const satisfies (keyof Counts)[];

export type Figures = {
  created: number;
  qualified: number;
  converted: number;
  lost: number;
  /** Of those that were decided; null where none was. */
  conversionRate: number | null;
  revenue: { currency: string; amount: number; deals: number; dealSize: number }[];
  /** Milliseconds on the average. */
  cycle: number | null;
  response: number | null;
};

export function figuresOf(rows: readonly CountsIn[]): Figures {
  const sum = (name: keyof Counts) => rows.reduce((total, row) => total + row[name], 0);
  const [converted, lost, responses] = [sum("converted"), sum("lost"), sum("responses")];
  return {
    created: sum("created"),
    qualified: sum("qualified"),
    converted,
    lost,
    conversionRate: converted + lost === 0 ? null : converted / (converted + lost),
    revenue: revenueOf(rows),
    cycle: converted === 0 ? null : Math.round(sum("cycleMs") / converted),
    response: responses === 0 ? null : Math.round(sum("responseMs") / responses),
  };
}

/** Never added up over currencies; the one with most deals first. */
function revenueOf(rows: readonly CountsIn[]): Figures["revenue"] {
  const won = rows.filter(({ deals }) => deals > 0);
  return [...Map.groupBy(won, ({ currency }) => currency)]
    .map(([currency, same]) => {
      const amount = same.reduce((total, { revenue }) => total + revenue, 0);
      const deals = same.reduce((total, row) => total + row.deals, 0);
      return { currency, amount, deals, dealSize: Math.round(amount / deals) };
    })
    .toSorted((one, other) => other.deals - one.deals);
}
