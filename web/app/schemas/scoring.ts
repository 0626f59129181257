import "./without-eval";
import * as z from "zod";

const from = (least: number, most: number) => {
  const words = `Give a whole number from ${least} to ${most}.`;
  return z.number(words).int(words).min(least, words).max(most, words);
};

export const scoringSchema = z.object({
  warmAt: from(1, 99),
  hotAt: from(2, 100),
  hysteresis: from(0, 20),
  fitMax: from(0, 100),
  engagementMax: from(0, 100),
});
