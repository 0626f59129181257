import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { activities } from "../../db/schema/cell/activities";
import { aiBudgets, aiCostTracking, aiGenerations } from "../../db/schema/cell/ai";
import { assignmentAvailability, assignmentRules, leadAssignments } from "../../db/schema/cell/assignment";
import { performanceCounts, performanceDays } from "../../db/schema/cell/performance";
import { contentBundles } from "../../db/schema/cell/bundles";
import {
  analysisFacts,
  businesses,
  contentStrategies,
  contentTopics,
  websiteAnalyses,
} from "../../db/schema/cell/business";
import {
  blogPosts,
  contentPieces,
  contentUpgrades,
  contentVersions,
  emails,
  emailSequences,
  journeyEdges,
  pieceSources,
  socialPosts,
} from "../../db/schema/cell/content";
import { conversations } from "../../db/schema/cell/conversations";
import { forecasts } from "../../db/schema/cell/forecasts";
import { duplicateScans, leadDuplicates, leadMerges } from "../../db/schema/cell/duplicates";
import { leadEnrichments } from "../../db/schema/cell/enrichment";
import { formVersions, leadForms } from "../../db/schema/cell/forms";
import { aiInsights } from "../../db/schema/cell/insights";
import { leadImportLots, leadImports } from "../../db/schema/cell/imports";
import { clicks, linkDays, managedUrls } from "../../db/schema/cell/links";
import {
  companyStageTotals,
  leadCustomFields,
  leadFieldValues,
  leadSources,
  leadStages,
  leadStageTotals,
  leadTagLinks,
  leadTags,
} from "../../db/schema/cell/lead-catalogue";
import { bulkActionLeads, bulkActions, savedViews } from "../../db/schema/cell/lead-work";
import { companies, conversions, deletedLeads, leads, touchpoints } from "../../db/schema/cell/leads";
import {
  leadScores,
  leadScoreStates,
  leadScoringPreviews,
  leadScoringRules,
  leadScoringSettings,
} from "../../db/schema/cell/scoring";
import { integrations, publications } from "../../db/schema/cell/publishing";
import { scoringModels } from "../../db/schema/cell/scoring-models";
import { facts } from "../../db/schema/cell/spine";
import { files, formDrafts, formSubmissions } from "../../db/schema/cell/submissions";
import { usageLedger, userUsageTracking } from "../../db/schema/cell/usage";
import {
  campaignEventDays,
  campaignEvents,
  campaigns,
  trackingKeys,
  visitorIdentities,
  visitors,
} from "../../db/schema/cell/visitors";
import { apiKeys } from "../../db/schema/control/access";
import { organizationMembers, teamMembers, teams, userRoles } from "../../db/schema/control/organizations";
import { directory } from "../../db/schema/control/platform";

export type Owned = SQLiteTable & { organizationId: SQLiteColumn };

/** What goes with an organization, children before parents. Audit rows stay for their seven years. */
export const erasedFromCell: Owned[] = [
  leadAssignments,
  assignmentAvailability,
  assignmentRules,
  performanceDays,
  performanceCounts,
  campaignEvents,
  campaignEventDays,
  visitorIdentities,
  visitors,
  campaigns,
  trackingKeys,
  forecasts,
  scoringModels,
  files,
  formDrafts,
  formSubmissions,
  activities,
  leadImportLots,
  leadImports,
  leadScores,
  leadScoreStates,
  leadScoringPreviews,
  leadScoringRules,
  leadScoringSettings,
  bulkActionLeads,
  bulkActions,
  savedViews,
  aiInsights,
  conversations,
  leadDuplicates,
  duplicateScans,
  leadMerges,
  leadEnrichments,
  conversions,
  touchpoints,
  leadFieldValues,
  leadTagLinks,
  leads,
  deletedLeads,
  companies,
  leadCustomFields,
  leadTags,
  leadSources,
  leadStageTotals,
  companyStageTotals,
  leadStages,
  formVersions,
  leadForms,
  clicks,
  linkDays,
  managedUrls,
  publications,
  integrations,
  pieceSources,
  contentVersions,
  journeyEdges,
  blogPosts,
  socialPosts,
  contentUpgrades,
  emails,
  emailSequences,
  contentPieces,
  contentBundles,
  contentTopics,
  contentStrategies,
  analysisFacts,
  websiteAnalyses,
  businesses,
  aiGenerations,
  aiCostTracking,
  aiBudgets,
  facts,
  usageLedger,
  userUsageTracking,
];

export const erasedFromControl: Owned[] = [
  directory,
  teamMembers,
  teams,
  apiKeys,
  organizationMembers,
  userRoles,
];
