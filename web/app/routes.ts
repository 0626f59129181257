import type { UNSAFE_RouteConfigEntry as RouteEntry } from "@remix-run/dev";

/** Every screen of the app and its address, in one place. */
const routes: RouteEntry[] = [
  start("public/landing"),
  screen("sign-in", "account/sign-in"),
  screen("sign-up", "account/sign-up"),
  screen("check-mail", "account/check-mail"),
  screen("verify", "account/verify"),
  screen("forgot-password", "account/forgot-password"),
  screen("reset-password", "account/reset-password"),
  screen("two-factor", "account/two-factor"),
  screen("confirm", "account/confirm"),
  screen("confirm-email", "account/confirm-email"),
  screen("undo-email-change", "account/undo-email-change"),
  screen("invite", "account/invite"),
  screen("welcome", "account/welcome"),
  screen("sign-out", "account/sign-out"),
  screen("preferences", "account/preferences"),
  screen("account/passkey-options", "account/passkey-options"),
  screen("home", "frame/home-redirect"),
  screen("mailbox/:mailId?", "mailbox/mailbox"),
  screen("dev/states/:screen?", "dev/states"),
  around("frame/layout", [around("frame/screen", framed())]),
  screen("*", "public/not-found"),
];

export default routes;

/** Everything inside the frame: one organization at `/o/…`, the person, and the platform. */
function framed(): RouteEntry[] {
  return [
    ...within("o/:organization", [
      start("organization/home"),
      screen("businesses", "businesses/businesses"),
      screen("businesses/:businessId", "businesses/business"),
      screen("bundles", "bundles/bundles"),
      screen("bundles/new", "bundles/new"),
      screen("bundles/import", "bundles/import"),
      screen("bundles/estimate", "bundles/estimate"),
      screen("bundles/:bundleId", "bundles/bundle"),
      screen("bundles/:bundleId/export", "bundles/export"),
      screen("topics", "topics/topics", [screen(":topicId", "topics/topic")]),
      screen("strategies", "strategies/strategies"),
      screen("strategies/:strategyId", "strategies/strategy"),
      ...within("pieces/:pieceId", pieces()),
      screen("pieces/:pieceId/publishing", "publishing/publishing"),
      screen("calendar", "calendar/calendar"),
      screen("calendar/free-times", "calendar/free-times"),
      screen("calendar/spread", "calendar/spread"),
      screen("journey", "journey/journey"),
      ...within("forms", forms()),
      screen("links", "links/links", [screen("new", "links/new")]),
      screen("links/export", "links/links-export"),
      screen("links/:linkId", "links/link"),
      screen("links/:linkId/export", "links/export"),
      around(
        "leads/house",
        within("leads", [
          screen("", "leads/leads", [screen("new", "leads/new")]),
          screen("board", "leads/board"),
        ]),
      ),
      ...within("leads", leads()),
      screen("forecasts", "forecasts/forecasts"),
      screen("tasks", "activities/tasks"),
      screen("tasks/act", "activities/act"),
      screen("companies", "companies/companies", [screen("new", "companies/new")]),
      screen("companies/:companyId", "companies/company"),
      screen("performance", "performance"),
      ...within("settings", settings()),
      screen("*", "frame/not-found"),
    ]),
    ...within("account", [
      screen("profile", "account/profile"),
      screen("security", "account/security"),
      screen("sessions", "account/sessions"),
      screen("appearance", "account/appearance"),
    ]),
    ...within("operator", [
      screen("organizations", "operator/organizations"),
      screen("jobs", "operator/jobs"),
      screen("writing", "operator/writing"),
    ]),
  ];
}

function pieces(): RouteEntry[] {
  return [
    start("pieces/piece"),
    screen("save", "pieces/save"),
    screen("suggestion", "pieces/suggestion"),
    screen("document", "pieces/document"),
    screen("export", "pieces/export"),
  ];
}

function forms(): RouteEntry[] {
  return [
    start("forms/forms"),
    screen("new", "forms/new"),
    screen(":formId", "forms/form"),
    screen(":formId/save", "forms/save"),
    screen(":formId/versions", "forms/versions"),
    screen(":formId/wording", "forms/wording"),
    screen(":formId/submissions", "forms/submissions", [screen(":submissionId", "forms/submission")]),
    screen(":formId/submissions/delete", "forms/submission-delete"),
    screen(":formId/submissions/export", "forms/submissions-export"),
  ];
}

function leads(): RouteEntry[] {
  return [
    screen("rows", "leads/rows"),
    screen("bulk", "leads/bulk"),
    screen("board/more", "leads/board-more"),
    screen("export", "leads/export"),
    screen("next-actions", "leads/next-actions"),
    screen("deleted", "leads/deleted"),
    screen("duplicates", "leads/duplicates"),
    screen("merge", "leads/merge"),
    screen("import", "leads/imports"),
    screen("import/upload", "leads/import-upload"),
    screen("import/:importId", "leads/import"),
    screen("import/:importId/preview", "leads/import-preview"),
    screen("import/:importId/refused", "leads/import-refused"),
    screen(":leadId", "leads/lead"),
    screen(":leadId/known", "leads/known"),
    screen(":leadId/change", "leads/change"),
    screen(":leadId/personal-data", "leads/personal-data"),
    screen(":leadId/activities", "leads/cards/activities"),
    screen(":leadId/timeline", "leads/cards/timeline"),
    screen(":leadId/touches", "leads/cards/touches"),
    screen(":leadId/company", "leads/cards/company"),
    screen(":leadId/win-probability", "leads/cards/win-probability"),
    screen(":leadId/score", "leads/cards/score"),
    screen(":leadId/assignment", "leads/cards/assignment"),
    screen(":leadId/duplicates", "leads/cards/duplicates"),
    screen(":leadId/enrichment", "leads/cards/enrichment"),
    screen(":leadId/conversations", "leads/cards/conversations"),
    screen(":leadId/insights", "leads/cards/insights"),
  ];
}

function settings(): RouteEntry[] {
  return [
    start("settings/index"),
    screen("organization", "settings/organization"),
    screen("members", "settings/members", [screen(":memberId", "settings/member")]),
    screen("invites", "settings/invites"),
    screen("referrals", "settings/referrals"),
    screen("teams", "settings/teams", [screen(":teamId", "settings/team")]),
    screen("roles", "settings/roles"),
    screen("roles/:roleId", "settings/role"),
    screen("api-keys", "settings/api-keys", [screen(":apiKeyId", "settings/api-key")]),
    screen("integrations", "integrations/integrations", [
      screen(":integrationId", "integrations/integration"),
    ]),
    screen("order", "settings/order"),
    screen("lead-stages", "leads/settings/stages", [screen(":stageId", "leads/settings/stage")]),
    screen("lead-assignment", "settings/lead-assignment", [
      screen("rules/:ruleId", "settings/assignment-rule"),
      screen("people/:userId", "settings/lead-availability"),
    ]),
    screen("lead-scoring", "leads/settings/scoring", [screen(":ruleId", "leads/settings/scoring-rule")]),
    screen("lead-scoring-preview", "leads/settings/scoring-preview"),
    screen("lead-fields", "leads/settings/fields", [screen(":fieldId", "leads/settings/field")]),
    screen("lead-model", "settings/lead-model"),
    screen("lead-sources", "leads/settings/sources", [screen(":sourceId", "leads/settings/source")]),
    screen("link-targets", "settings/link-targets"),
    screen("tracking", "settings/tracking", [screen(":trackingKeyId", "settings/tracking-key")]),
    screen("usage", "settings/usage"),
    screen("spend", "settings/spend"),
    screen("audit-log", "settings/audit-log"),
    screen("audit-log/export", "settings/audit-log-export"),
  ];
}

function screen(path: string, file: string, children?: RouteEntry[]): RouteEntry {
  return { path, file: `routes/${file}.tsx`, ...(children ? { children } : {}) };
}

function start(file: string): RouteEntry {
  return { file: `routes/${file}.tsx`, index: true };
}

/** A frame around its children, at no address of its own. */
function around(file: string, children: RouteEntry[]): RouteEntry {
  return { file: `routes/${file}.tsx`, children };
}

/** The same addresses with something before them. */
function within(prefix: string, entries: RouteEntry[]): RouteEntry[] {
  return entries.map(({ index: _index, ...entry }) => ({
    ...entry,
    path: [prefix, entry.path].filter(Boolean).join("/"),
  }));
}
