import { AuditLogView } from "~/settings/audit-log-view";
import { withCommon } from "./common-states";
import { sampleEntries } from "./sample-things";

const full = {
  entries: sampleEntries,
  filters: { action: "", actor: "", from: "", to: "" },
  actions: [],
  actors: [],
  exportTo: "#",
};
const seal = "9c1f5d3b7a20e8464f0c6b1d92e7a5380b4c7f1e6d8a3952c0f7e4b1a6d98355";
const intact = { intact: true, checked: 4_812, unsealed: 3, breaks: [], fingerprints: [seal], rest: null };
const firstBreak = { sequence: 1_207, entryId: "aud_001m2x5p9qzk3n5p9qz00000", reason: "changed" as const };

export const auditLogScreen = withCommon("Audit log", "read the audit log", {
  success: () => <AuditLogView {...full} />,
  empty: () => (
    <AuditLogView
      {...full}
      entries={[]}
      exportTo={undefined}
      filters={{ ...full.filters, from: "2026-01-01" }}
    />
  ),
  verified: () => <AuditLogView {...full} verification={intact} />,
  "verified-partly": () => (
    <AuditLogView {...full} verification={{ ...intact, checked: 100_000, unsealed: 0, rest: "next" }} />
  ),
  tampered: () => (
    <AuditLogView
      {...full}
      verification={{ ...intact, intact: false, checked: 1_206, breaks: [firstBreak], fingerprints: [] }}
    />
  ),
  "nothing-to-verify": () => (
    <AuditLogView {...full} verification={{ ...intact, checked: 0, unsealed: 0, fingerprints: [] }} />
  ),
});
