import { sql } from "drizzle-orm";
import { check, index, integer, real, sqliteTable, text, uniqueIndex } from "drizzle-orm/sqlite-core";
import { flag, idOf, json, owned, time, updatedAt } from "../../columns";

export const businessStates = ["active", "archived"] as const;
export const awarenessStages = [
  "unaware",
  "problem_aware",
  "solution_aware",
  "product_aware",
  "most_aware",
] as const;
export const analysisStates = ["pending", "running", "completed", "failed"] as const;
export const factKinds = [
  "offer",
  "audience",
  "problem",
  "outcome",
  "price",
  "proof",
  "contact",
  "voice",
  "place",
  "other",
] as const;
export const factStates = ["proposed", "accepted", "rejected"] as const;
export const strategyGoals = ["awareness", "consideration", "conversion", "retention"] as const;
export const strategyVoices = ["expert", "friendly", "insider", "storyteller"] as const;
export const strategyTemplates = [
  "how-to",
  "problem-solution",
  "listicle",
  "case-study",
  "comprehensive",
] as const;
export const strategyLengths = ["quick", "standard", "deep"] as const;
export const topicStates = ["suggested", "chosen", "rejected", "used"] as const;

/** age, gender, location, income: what is known, in words. */
export type Demographics = Partial<Record<"age" | "gender" | "location" | "income", string>>;
export type Psychographics = Partial<Record<"goals" | "values" | "interests", string[]>>;
export type Promotion = { name: string; description: string; startsOn?: string; endsOn?: string };
export type BrandColors = Partial<Record<"primary" | "secondary" | "accent", string>>;
/** Posts go out at these local times of the business: weekday 1 is Monday. */
export type PostingTimes = Record<string, { weekday: number; time: string }[]>;
export type CustomerPsychology = {
  decisionMakers: string[];
  problems: string[];
  searchBehavior: string[];
};
export type Scenario = { name: string; situation: string; question: string; nextStep: string };

/** Whom we write for: the profile that an analysis proposes and a person owns. */
export const businesses = sqliteTable(
  "businesses",
  {
    ...owned("business"),
    name: text("name").notNull(),
    /** Of the built-in site; unique everywhere through the directory. */
    slug: text("slug").notNull(),
    status: text("status", { enum: businessStates }).notNull().default("active"),
    website: text("website"),
    language: text("language").notNull().default("en"),
    timezone: text("timezone").notNull().default("UTC"),
    industry: text("industry").notNull().default(""),
    businessType: text("business_type").notNull().default(""),
    description: text("description").notNull().default(""),
    primaryProduct: text("primary_product").notNull().default(""),
    coreOfferDescription: text("core_offer_description").notNull().default(""),
    targetAudience: text("target_audience").notNull().default(""),
    audienceDemographics: json<Demographics>("audience_demographics").notNull().default({}),
    audiencePsychographics: json<Psychographics>("audience_psychographics").notNull().default({}),
    audienceJobRole: text("audience_job_role").notNull().default(""),
    audiencePainPoints: json<string[]>("audience_pain_points").notNull().default([]),
    audienceDesiredOutcomes: json<string[]>("audience_desired_outcomes").notNull().default([]),
    contentFocus: text("content_focus").notNull().default(""),
    primaryTopics: json<string[]>("primary_topics").notNull().default([]),
    toneOfVoice: text("tone_of_voice").notNull().default(""),
    brandKeywords: json<string[]>("brand_keywords").notNull().default([]),
    competitors: json<string[]>("competitors").notNull().default([]),
    primaryCta: text("primary_cta").notNull().default(""),
    primaryCtaUrl: text("primary_cta_url").notNull().default(""),
    awarenessStage: text("awareness_stage", { enum: awarenessStages }),
    promotions: json<Promotion[]>("promotions").notNull().default([]),
    socialPlatforms: json<string[]>("social_platforms").notNull().default([]),
    platformPreferences: json<Record<string, string>>("platform_preferences").notNull().default({}),
    competitorSocialAccounts: json<string[]>("competitor_social_accounts").notNull().default([]),
    postingTimes: json<PostingTimes>("posting_times").notNull().default({}),
    blogStyle: text("blog_style").notNull().default(""),
    contentUpgradeType: text("content_upgrade_type").notNull().default(""),
    emailTone: text("email_tone").notNull().default(""),
    emailFrequency: text("email_frequency").notNull().default(""),
    listBuildingGoals: json<string[]>("list_building_goals").notNull().default([]),
    primaryContentGoal: text("primary_content_goal").notNull().default(""),
    revenueTargets: text("revenue_targets").notNull().default(""),
    brandColors: json<BrandColors>("brand_colors").notNull().default({}),
    logoUrl: text("logo_url"),
    archivedAt: time("archived_at"),
    updatedAt: updatedAt(),
  },
  (table) => [index("businesses_list").on(table.organizationId, table.status, table.id)],
);

export type AnalysedPage = { url: string; title: string; bytes: number };
/** What the pages themselves said, before anybody interpreted it. */
export type Extract = {
  title: string;
  description: string;
  language: string;
  headings: string[];
  colors: string[];
  logoUrl: string | null;
  contact: { emails: string[]; phones: string[]; addresses: string[] };
  socialAccounts: string[];
  structured: Record<string, unknown>[];
  /** Lines that name a price, and lines that prove something. */
  prices: string[];
  proof: string[];
  /** The logo itself where it is small, as a data address: a page of ours asks no other site for a picture (SSRF-10). */
  logo: string | null;
};

export const websiteAnalyses = sqliteTable(
  "website_analyses",
  {
    ...owned("analysis"),
    businessId: idOf("business", "business_id").notNull(),
    url: text("url").notNull(),
    status: text("status", { enum: analysisStates }).notNull().default("pending"),
    errorCode: text("error_code"),
    errorMessage: text("error_message"),
    pages: json<AnalysedPage[]>("pages").notNull().default([]),
    extract: json<Extract>("extract"),
    /** A proposal for the profile, field by field; nothing of it is used before a person accepts it. */
    proposal: json<Record<string, unknown>>("proposal"),
    generationId: idOf("generation", "generation_id"),
    appliedAt: time("applied_at"),
    startedAt: time("started_at"),
    completedAt: time("completed_at"),
    updatedAt: updatedAt(),
  },
  (table) => [index("website_analyses_business").on(table.organizationId, table.businessId, table.id)],
);

/** One thing an analysis found, with the sentence that says so and where it stands. */
export const analysisFacts = sqliteTable(
  "analysis_facts",
  {
    ...owned("analysisFact"),
    analysisId: idOf("analysis", "analysis_id").notNull(),
    businessId: idOf("business", "business_id").notNull(),
    kind: text("kind", { enum: factKinds }).notNull(),
    statement: text("statement").notNull(),
    sentence: text("sentence").notNull(),
    url: text("url").notNull(),
    confidence: real("confidence").notNull(),
    status: text("status", { enum: factStates }).notNull().default("proposed"),
    position: integer("position").notNull(),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("analysis_facts_business").on(table.organizationId, table.businessId, table.id),
    check("analysis_facts_confidence", sql`${table.confidence} between 0 and 1`),
  ],
);

export const contentStrategies = sqliteTable(
  "content_strategies",
  {
    ...owned("strategy"),
    businessId: idOf("business", "business_id").notNull(),
    name: text("name").notNull(),
    goal: text("goal", { enum: strategyGoals }).notNull(),
    voice: text("voice", { enum: strategyVoices }).notNull(),
    template: text("template", { enum: strategyTemplates }).notNull(),
    length: text("length", { enum: strategyLengths }).notNull(),
    targetAudience: text("target_audience").notNull().default(""),
    contentFocus: text("content_focus").notNull().default(""),
    customerPsychology: json<CustomerPsychology>("customer_psychology").notNull(),
    scenarios: json<Scenario[]>("scenarios").notNull().default([]),
    isDefault: flag("is_default").notNull().default(false),
    archivedAt: time("archived_at"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("content_strategies_business").on(table.organizationId, table.businessId, table.id),
    uniqueIndex("content_strategies_default")
      .on(table.organizationId, table.businessId)
      .where(sql`is_default = 1 and archived_at is null`),
  ],
);

export const contentTopics = sqliteTable(
  "content_topics",
  {
    ...owned("topic"),
    businessId: idOf("business", "business_id").notNull(),
    strategyId: idOf("strategy", "strategy_id"),
    title: text("title").notNull(),
    subheader: text("subheader").notNull().default(""),
    description: text("description").notNull().default(""),
    keywords: json<string[]>("keywords").notNull().default([]),
    seoKeywords: json<string[]>("seo_keywords").notNull().default([]),
    scenario: json<Scenario>("scenario"),
    /** 0 to 100; null where a person added the topic and nobody has judged it. */
    engagementScore: integer("engagement_score"),
    engagementReason: text("engagement_reason").notNull().default(""),
    difficultyScore: integer("difficulty_score"),
    difficultyReason: text("difficulty_reason").notNull().default(""),
    status: text("status", { enum: topicStates }).notNull().default("suggested"),
    generationId: idOf("generation", "generation_id"),
    updatedAt: updatedAt(),
  },
  (table) => [
    index("content_topics_business").on(table.organizationId, table.businessId, table.status, table.id),
    check(
      "content_topics_scores",
      sql`coalesce(${table.engagementScore}, 0) between 0 and 100 and coalesce(${table.difficultyScore}, 0) between 0 and 100`,
    ),
  ],
);
