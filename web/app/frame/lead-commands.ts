import {
  Building2,
  ContactRound,
  Copy,
  FileDown,
  FileUp,
  Gauge,
  ListPlus,
  ListTodo,
  Signpost,
  Split,
  SquareKanban,
  Trash2,
} from "lucide-react";
import type { GuardedCommand } from "./command";

/** What the palette offers of leads besides the doors in the rail. */
export function leadCommands(work: string): GuardedCommand[] {
  return [...places(work), ...creations(work), ...settingsCreations(`${work}/settings`), ...deeds(work)];
}

function places(work: string): GuardedCommand[] {
  const group = "Go to";
  return [
    {
      id: "go:everyones-tasks",
      group,
      name: "Everyone’s tasks",
      icon: ListTodo,
      to: `${work}/tasks?whose=everyone`,
      words: "to do team follow-up reminder",
      needs: ["leads:read"],
    },
    {
      id: "go:duplicates",
      group,
      name: "Possible duplicates",
      icon: Copy,
      to: `${work}/leads/duplicates`,
      words: "merge leads twice same person",
      needs: ["leads:contact"],
    },
    {
      id: "go:deleted-leads",
      group,
      name: "Deleted leads",
      icon: Trash2,
      to: `${work}/leads/deleted`,
      words: "trash bin restore bring back",
      needs: ["leads:delete"],
    },
  ];
}

function creations(work: string): GuardedCommand[] {
  const group = "Create";
  return [
    {
      id: "new:lead",
      group,
      name: "Add lead",
      icon: ContactRound,
      to: `${work}/leads/new`,
      words: "new contact person customer",
      needs: ["leads:write"],
    },
    {
      id: "new:leads",
      group,
      name: "Import leads",
      icon: FileUp,
      to: `${work}/leads/import`,
      words: "csv file spreadsheet excel upload",
      needs: ["leads:import", "leads:contact"],
    },
    {
      id: "new:company",
      group,
      name: "Add company",
      icon: Building2,
      to: `${work}/companies/new`,
      words: "new account firm",
      needs: ["leads:write"],
    },
  ];
}

function settingsCreations(base: string): GuardedCommand[] {
  const shared = { group: "Create", needs: ["leads:configure"] } satisfies Partial<GuardedCommand>;
  return [
    {
      ...shared,
      id: "new:scoring-rule",
      name: "Add scoring rule",
      icon: Gauge,
      to: `${base}/lead-scoring/new`,
      words: "new points leads score",
    },
    {
      ...shared,
      id: "new:assignment-rule",
      name: "Add assignment rule",
      icon: Split,
      to: `${base}/lead-assignment/rules/new`,
      words: "new owner round robin routing territory",
    },
    {
      ...shared,
      id: "new:stage",
      name: "Add stage",
      icon: SquareKanban,
      to: `${base}/lead-stages/new`,
      words: "new pipeline board column",
    },
    {
      ...shared,
      id: "new:field",
      name: "Add field",
      icon: ListPlus,
      to: `${base}/lead-fields/new`,
      words: "new custom property lead",
    },
    {
      ...shared,
      id: "new:source",
      name: "Add source",
      icon: Signpost,
      to: `${base}/lead-sources/new`,
      words: "new channel origin lead",
    },
  ];
}

function deeds(work: string): GuardedCommand[] {
  return [
    {
      id: "do:export-leads",
      group: "Do",
      name: "Export all leads as CSV",
      icon: FileDown,
      to: `${work}/leads/export`,
      outside: true,
      words: "download file spreadsheet",
      needs: ["leads:export"],
    },
  ];
}
