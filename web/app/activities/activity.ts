import {
  CheckSquare,
  FileText,
  type LucideIcon,
  Mail,
  MessageSquareShare,
  MonitorPlay,
  Phone,
  RotateCcw,
  StickyNote,
  Users,
} from "lucide-react";

export type ActivityType =
  | "call"
  | "email"
  | "meeting"
  | "demo"
  | "proposal"
  | "follow_up"
  | "note"
  | "task"
  | "social_interaction";

/** What was done about a lead, or is to be done. Words are missing for who may not see how to reach people. */
export type Activity = {
  id: string;
  lead: { id: string; name: string; companyName: string };
  type: ActivityType;
  state: "open" | "done";
  subject: string | null;
  description: string | null;
  outcome: string | null;
  durationMinutes: number | null;
  assignedTo: string | null;
  dueAt: string | null;
  remindAt: string | null;
  completedAt: string | null;
};

export const activityTypes: Record<ActivityType, { name: string; icon: LucideIcon }> = {
  note: { name: "Note", icon: StickyNote },
  call: { name: "Call", icon: Phone },
  email: { name: "Email", icon: Mail },
  meeting: { name: "Meeting", icon: Users },
  task: { name: "Task", icon: CheckSquare },
  follow_up: { name: "Follow-up", icon: RotateCcw },
  demo: { name: "Demo", icon: MonitorPlay },
  proposal: { name: "Proposal", icon: FileText },
  social_interaction: { name: "Social media", icon: MessageSquareShare },
};

/** What it is about, or what it is where nobody said. */
export function titleOf({ subject, type }: Pick<Activity, "subject" | "type">): string {
  return subject || activityTypes[type].name;
}
