import { AppearanceView } from "~/account/appearance-view";
import { ProfileView } from "~/account/profile-view";
import { SecurityView } from "~/account/security-view";
import { SessionsView } from "~/account/sessions-view";
import { JobsView } from "~/operator/jobs-view";
import { InvitesView } from "~/settings/invites-view";
import { RoleView } from "~/settings/role-view";
import { RolesView } from "~/settings/roles-view";
import { SettingsView } from "~/settings/settings-view";
import { TeamPanel } from "~/settings/team-panel";
import { TeamsView } from "~/settings/teams-view";
import { UsageView } from "~/settings/usage-view";
import { assignmentScreen } from "./assignment-screen";
import { apiKeysScreen } from "./api-keys-screen";
import { auditLogScreen } from "./audit-log-screen";
import { bundleScreen, bundlesScreen, importScreen, orderScreen } from "./bundles-screen";
import { businessesScreen, businessScreen } from "./businesses-screen";
import { calendarScreen } from "./calendar-screen";
import { type GalleryScreen, withCommon } from "./common-states";
import { homeScreen } from "./home-screen";
import { ComponentStates } from "./components";
import { companiesScreen, companyScreen } from "./companies-screen";
import { conversationsScreen } from "./conversations-screen";
import { insightsScreen } from "./insights-screen";
import { embedScreen } from "./embed-screen";
import { forecastsScreen } from "./forecasts-screen";
import { formBuilderScreen } from "./form-builder-screen";
import { formsScreen, newFormScreen } from "./forms-screen";
import { integrationsScreen } from "./integrations-screen";
import { journeyScreen } from "./journey-screen";
import { linkTargetsScreen } from "./link-targets-screen";
import { linkScreen, linksScreen } from "./links-screen";
import { leadFieldsScreen, leadSourcesScreen, leadStagesScreen } from "./lead-settings-screen";
import { leadsBoardScreen } from "./leads-board-screen";
import { duplicatesScreen, enrichmentScreen, mergeScreen } from "./duplicates-screen";
import { deletedLeadsScreen, leadScreen } from "./lead-screen";
import { leadsScreen } from "./leads-screen";
import { leadScoreScreen, scoringScreen } from "./scoring-screen";
import { leadImportsScreen } from "./lead-imports-screen";
import { membersScreen } from "./members-screen";
import { trackingScreen } from "./tracking-screen";
import { modelScreen } from "./model-screen";
import { organizationScreen } from "./organization-screen";
import { organizationsScreen } from "./organizations-screen";
import { performanceScreen } from "./performance-screen";
import { pieceScreen } from "./pieces-screen";
import { publishingScreen } from "./publishing-screen";
import { referralsScreen } from "./referrals-screen";
import { spendScreen, writingScreen } from "./spend-screen";
import { strategiesScreen, strategyScreen } from "./strategies-screen";
import { tasksScreen } from "./tasks-screen";
import { submissionsScreen } from "./submissions-screen";
import { topicsScreen } from "./topics-screen";
import * as people from "./sample-people";
import * as things from "./sample-things";

const uri =
  "otpauth://totp/Tributary:ada@northwind.example?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Tributary&digits=6&period=30";
const codes = [
  "7fk2-91xa",
  "b3m8-0qpz",
  "x9d1-77ce",
  "l2v4-5hty",
  "q8w0-3nrs",
  "m6z7-1ujk",
  "t5c2-8bgf",
  "e0y9-4lod",
];

/** Every screen in every state it can be in; the tests look at each in light, dark and on a phone. */
export const screens: Record<string, GalleryScreen> = {
  components: { name: "Components", states: { all: () => <ComponentStates /> } },
  home: homeScreen,
  bundles: bundlesScreen,
  import: importScreen,
  "bundle-order": orderScreen,
  bundle: bundleScreen,
  businesses: businessesScreen,
  business: businessScreen,
  topics: topicsScreen,
  calendar: calendarScreen,
  journey: journeyScreen,
  strategies: strategiesScreen,
  strategy: strategyScreen,
  piece: pieceScreen,
  leads: leadsScreen,
  lead: leadScreen,
  "leads-board": leadsBoardScreen,
  "leads-deleted": deletedLeadsScreen,
  "leads-duplicates": duplicatesScreen,
  "leads-merge": mergeScreen,
  "lead-enrichment": enrichmentScreen,
  "leads-import": leadImportsScreen,
  forecasts: forecastsScreen,
  "lead-model": modelScreen,
  tasks: tasksScreen,
  companies: companiesScreen,
  company: companyScreen,
  "lead-assignment": assignmentScreen,
  performance: performanceScreen,
  conversations: conversationsScreen,
  insights: insightsScreen,
  "lead-score": leadScoreScreen,
  "lead-scoring": scoringScreen,
  "lead-stages": leadStagesScreen,
  "lead-fields": leadFieldsScreen,
  "lead-sources": leadSourcesScreen,
  forms: formsScreen,
  links: linksScreen,
  link: linkScreen,
  "link-targets": linkTargetsScreen,
  "form-new": newFormScreen,
  form: formBuilderScreen,
  "form-answers": submissionsScreen,
  embed: embedScreen,
  settings: { name: "Settings", states: { success: () => <SettingsView /> } },
  integrations: integrationsScreen,
  publishing: publishingScreen,
  organization: organizationScreen,
  members: membersScreen,
  invites: withCommon("Invites", "see open invites", {
    success: () => (
      <InvitesView
        invites={people.sampleInvites}
        roles={people.sampleRoles}
        teams={people.sampleTeams}
        mayWrite
      />
    ),
    empty: () => <InvitesView invites={[]} roles={people.sampleRoles} teams={[]} mayWrite />,
    partial: () => (
      <InvitesView invites={people.sampleInvites} roles={people.sampleRoles} teams={[]} mayWrite={false} />
    ),
  }),
  referrals: referralsScreen,
  teams: withCommon("Teams", "see teams", {
    success: () => <TeamsView teams={people.sampleTeams} mayWrite />,
    empty: () => <TeamsView teams={[]} mayWrite />,
    panel: () => <TeamsView teams={people.sampleTeams} mayWrite panel={<SampleTeamPanel />} />,
  }),
  roles: withCommon("Roles", "see roles", {
    success: () => <RolesView system={people.sampleSystemRoles} custom={[people.sampleRole]} mayWrite />,
    empty: () => <RolesView system={people.sampleSystemRoles} custom={[]} mayWrite />,
    edit: () => <RoleView role={people.sampleRole} grantable={people.allPermissions} backTo="#" />,
  }),
  "api-keys": apiKeysScreen,
  tracking: trackingScreen,
  usage: withCommon("Usage & plan", "see usage and plan", {
    success: () => <UsageView {...things.sampleUsage} />,
  }),
  "audit-log": auditLogScreen,
  profile: withCommon("Profile", "change your profile", {
    success: () => (
      <ProfileView
        profile={{
          name: "Ada Lovelace",
          email: "ada@northwind.example",
          emailVerified: true,
          avatarUrl: null,
          timezone: "Europe/Lisbon",
          reminderMails: true,
        }}
        zones={[
          { value: "UTC", name: "Wherever I am" },
          { value: "Europe/Lisbon", name: "Europe/Lisbon" },
        ]}
      />
    ),
  }),
  security: withCommon("Security", "change how you sign in", {
    success: () => (
      <SecurityView
        twoFactorEnabled
        passkeys={[{ id: "pk_1", name: "MacBook", createdAt: "2026-10-01T09:00:00Z" }]}
      />
    ),
    empty: () => <SecurityView twoFactorEnabled={false} passkeys={[]} />,
    partial: () => (
      <SecurityView twoFactorEnabled={false} passkeys={[]} setup={{ uri, backupCodes: codes }} />
    ),
  }),
  sessions: withCommon("Sessions", "see your sessions", {
    success: () => <SessionsView sessions={things.sampleSessions} />,
    empty: () => <SessionsView sessions={things.sampleSessions.slice(0, 1)} />,
  }),
  appearance: {
    name: "Appearance",
    states: { success: () => <AppearanceView theme="system" density="comfortable" singleKeys /> },
  },
  organizations: organizationsScreen,
  spend: spendScreen,
  writing: writingScreen,
  jobs: withCommon("Jobs", "see jobs", {
    success: () => <JobsView jobs={things.sampleJobs} />,
    empty: () => <JobsView jobs={[]} status="failed" />,
  }),
};

function SampleTeamPanel() {
  const [team] = people.sampleTeams;
  const [first, second, ...others] = people.sampleMembers.map((member) => ({
    memberId: member.id,
    person: member,
  }));
  if (!team || !first || !second) return null;
  return (
    <TeamPanel
      team={{ ...team, managerMemberId: first.memberId }}
      members={[first, second]}
      others={others}
      closeTo="?state=success"
      mayWrite
    />
  );
}
