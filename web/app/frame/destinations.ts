import {
  Activity,
  Building2,
  ChartNoAxesColumn,
  FileClock,
  House,
  KeyRound,
  LockKeyhole,
  type LucideIcon,
  MailPlus,
  MonitorSmartphone,
  Palette,
  ScrollText,
  Settings,
  ShieldCheck,
  UserRound,
  Users,
  UsersRound,
} from "lucide-react";
import type { FrameData, Permission } from "./frame-data";

export type Destination = {
  name: string;
  /** What is there, in half a sentence: for the settings page, the palette and tooltips. */
  about: string;
  /** `:organization` is filled with the slug of the one we are in. */
  path: string;
  icon: LucideIcon;
  /** Pressed one after the other. */
  keys?: string;
  permission?: Permission;
  operator?: boolean;
  /** Belongs to the API Worker, so the browser loads it anew. */
  outside?: boolean;
};

export type DestinationGroup = { name: string; destinations: Destination[] };

/** What the rail shows. A new area of the product is a line here. */
export const mainDestinations: Destination[] = [
  {
    name: "Home",
    about: "What flows, and what to do next",
    path: "/o/:organization",
    icon: House,
    keys: "g h",
  },
  {
    name: "Settings",
    about: "Your organization and you",
    path: "/o/:organization/settings",
    icon: Settings,
    keys: "g s",
  },
];

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
        keys: "g t",
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
        keys: "g j",
        operator: true,
      },
    ],
  },
];

/** Only what this person may open: a door that would be shut is not shown. */
export function reachable(destinations: Destination[], frame: FrameData): Destination[] {
  return destinations.filter((destination) => mayOpen(destination, frame));
}

export function reachableGroups(frame: FrameData): DestinationGroup[] {
  return settingsGroups
    .map((group) => ({ ...group, destinations: reachable(group.destinations, frame) }))
    .filter((group) => group.destinations.length > 0);
}

export function addressOf(destination: Destination, frame: FrameData): string {
  return destination.path.replace(":organization", frame.organization?.slug ?? "");
}

function mayOpen(destination: Destination, frame: FrameData): boolean {
  if (destination.operator) return frame.user.platformRole === "super_admin";
  if (destination.path.includes(":organization") && !frame.organization) return false;
  return !destination.permission || frame.permissions.includes(destination.permission);
}

/** Settings have their own list in the rail. */
export function isSettingsPath(pathname: string): boolean {
  return /^\/(?:o\/[^/]+\/settings|account|operator)(?:\/|$)/.test(pathname);
}
