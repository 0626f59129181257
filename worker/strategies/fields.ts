import * as z from "zod";
import {
  strategyGoals,
  strategyLengths,
  strategyTemplates,
  strategyVoices,
} from "../../db/schema/cell/business";

const phrases = (most: number, length: number) => z.array(z.string().trim().min(1).max(length)).max(most);

/** A moment in which somebody needs what the business knows, and what should happen next. */
export const scenarioShape = z.strictObject({
  name: z.string().trim().min(1).max(120),
  situation: z.string().trim().max(500),
  question: z.string().trim().max(300),
  nextStep: z.string().trim().max(300),
});

export const psychologyShape = z.strictObject({
  decisionMakers: phrases(10, 300).meta({ description: "Who decides, and who has a say." }),
  problems: phrases(10, 300).meta({ description: "What keeps them busy, in their words." }),
  searchBehavior: phrases(10, 300).meta({ description: "What they type, ask and compare." }),
});

export const strategyFields = {
  name: z.string().trim().min(1).max(120),
  goal: z.enum(strategyGoals),
  voice: z.enum(strategyVoices),
  template: z.enum(strategyTemplates),
  length: z.enum(strategyLengths),
  targetAudience: z.string().trim().max(1000),
  contentFocus: z.string().trim().max(1000),
  customerPsychology: psychologyShape,
  scenarios: z.array(scenarioShape).max(8),
};

export const topicFields = {
  title: z.string().trim().min(1).max(300),
  subheader: z.string().trim().max(300),
  description: z.string().trim().max(2000),
  keywords: phrases(20, 80),
  seoKeywords: phrases(20, 80),
  scenario: scenarioShape.nullable(),
};
