import {
  Activity,
  Building2,
  ChartNoAxesColumn,
  FileClock,
  Gift,
  KeyRound,
  LockKeyhole,
  MailPlus,
  MonitorSmartphone,
  Palette,
  ScrollText,
  ShieldCheck,
  UserRound,
  Users,
  UsersRound,
} from "lucide-react";
import type { DestinationGroup } from "./destinations";

export const settingsGroups: DestinationGroup[] = [
  {
    name: "Organization",
    destinations: [
      {
        name: "Organization",
        about: "Name, address, hand over, delete",
        path: "/o/:organization/settings/organization",
        icon: Building2,
        keys: "g o",
      },
      {
        name: "Members",
        about: "Who is here and what they may do",
        path: "/o/:organization/settings/members",
        icon: Users,
        keys: "g m",
        permission: "members:read",
      },
      {
        name: "Invites",
        about: "Who was asked to join",
        path: "/o/:organization/settings/invites",
        icon: MailPlus,
        keys: "g i",
        permission: "invites:read",
      },
      {
        name: "Teams",
        about: "Members who work together",
        path: "/o/:organization/settings/teams",
        icon: UsersRound,
        permission: "teams:read",
      },
      {
        name: "Roles",
        about: "What each role may do, and your own roles",
        path: "/o/:organization/settings/roles",
        icon: ShieldCheck,
        keys: "g r",
        permission: "roles:read",
      },
      {
        name: "Usage & plan",
        about: "What is included and what is used",
        path: "/o/:organization/settings/usage",
        icon: ChartNoAxesColumn,
        keys: "g u",
        permission: "usage:read",
      },
      {
        name: "Audit log",
        about: "Who did what, and when",
        path: "/o/:organization/settings/audit-log",
        icon: FileClock,
        keys: "g l",
        permission: "audit:read",
      },
    ],
  },
  {
    name: "Developers",
    destinations: [
      {
        name: "API keys",
        about: "Let your programs in",
        path: "/o/:organization/settings/api-keys",
        icon: KeyRound,
        keys: "g k",
        permission: "api_keys:read",
      },
      {
        name: "API reference",
        about: "Every call, with examples",
        path: "/docs",
        icon: ScrollText,
        outside: true,
      },
    ],
  },
  {
    name: "You",
    destinations: [
      {
        name: "Profile",
        about: "Name, address, time zone",
        path: "/account/profile",
        icon: UserRound,
        keys: "g p",
      },
      {
        name: "Security",
        about: "Password, second factor, passkeys",
        path: "/account/security",
        icon: LockKeyhole,
      },
      {
        name: "Sessions",
        about: "Where you are signed in",
        path: "/account/sessions",
        icon: MonitorSmartphone,
      },
      {
        name: "Appearance",
        about: "Light, dark, density, shortcuts",
        path: "/account/appearance",
        icon: Palette,
        keys: "g a",
      },
      {
        name: "Referrals",
        about: "Recommend Tributary, and what you earned by it",
        path: "/o/:organization/settings/referrals",
        icon: Gift,
      },
    ],
  },
  {
    name: "Operator",
    destinations: [
      {
        name: "Jobs",
        about: "What waits, runs and failed",
        path: "/operator/jobs",
        icon: Activity,
        operator: true,
      },
    ],
  },
];
