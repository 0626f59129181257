import { activityRoutes } from "./activities";
import { aiRoutes } from "./ai";
import { analysisRoutes } from "./analyses";
import { apiKeyRoutes } from "./api-keys";
import { assignmentRoutes } from "./assignment";
import { auditRoutes } from "./audit";
import { bundleRoutes } from "./bundles";
import { businessRoutes } from "./businesses";
import { calendarRoutes } from "./calendar";
import { companyRoutes } from "./companies";
import { conversationRoutes } from "./conversations";
import { duplicateRoutes } from "./duplicates";
import { enrichmentRoutes } from "./enrichment";
import { exchangeRoutes } from "./exchange";
import { forecastRoutes } from "./forecasts";
import { formRoutes } from "./forms";
import { createEdge, liveRoutes } from "./http";
import { importRoutes } from "./imports";
import { insightRoutes } from "./insights";
import { inviteRoutes } from "./invites";
import { journeyRoutes } from "./journeys";
import { linkRoutes } from "./links";
import { leadRoutes } from "./leads";
import { memberRoutes } from "./members";
import { operationsRoutes } from "./operations";
import { organizationRoutes } from "./organizations";
import { peopleRoutes } from "./people";
import { performanceRoutes } from "./performance";
import { pieceRoutes } from "./pieces";
import { planRoutes } from "./plans";
import { publishingRoutes } from "./publishing";
import { reactions } from "./reactions";
import { roleRoutes } from "./roles";
import { scoringRoutes } from "./scoring";
import { strategyRoutes } from "./strategies";
import { submissionRoutes } from "./submissions";
import { teamRoutes } from "./teams";
import { timelineRoutes } from "./timeline";
import { trackingRoutes } from "./tracking";
import { visitorRoutes } from "./visitors";

/** Every route there is; the document, the SDK and the common tests read this list. */
export const routes = [
  ...peopleRoutes,
  ...planRoutes,
  ...organizationRoutes,
  ...roleRoutes,
  ...teamRoutes,
  ...memberRoutes,
  ...inviteRoutes,
  ...apiKeyRoutes,
  ...auditRoutes,
  ...operationsRoutes,
  ...aiRoutes,
  ...businessRoutes,
  ...analysisRoutes,
  ...strategyRoutes,
  ...pieceRoutes,
  ...bundleRoutes,
  ...journeyRoutes,
  ...linkRoutes,
  ...publishingRoutes,
  ...calendarRoutes,
  ...exchangeRoutes,
  ...formRoutes,
  ...companyRoutes,
  ...leadRoutes,
  ...importRoutes,
  ...scoringRoutes,
  ...conversationRoutes,
  ...insightRoutes,
  ...activityRoutes,
  ...assignmentRoutes,
  ...submissionRoutes,
  ...visitorRoutes,
  ...trackingRoutes,
  ...forecastRoutes,
  ...timelineRoutes,
  ...duplicateRoutes,
  ...enrichmentRoutes,
  ...performanceRoutes,
  ...liveRoutes,
];

export const app = createEdge(routes, reactions);
