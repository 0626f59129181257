import type { components } from "../../../sdk";
import { createContext, useContext } from "react";

export type FrameUser = {
  id: string;
  email: string;
  name: string;
  avatarUrl: string | null;
  platformRole: string;
};

export type FrameOrganization = { id: string; name: string; slug: string; status: string };

type Membership = NonNullable<components["schemas"]["Me"]["membership"]>;

/** One right, such as `members:read`. */
export type Permission = Membership["permissions"][number];

/** Who is here, where, and what they may do: known to every screen inside the frame. */
export type FrameData = {
  user: FrameUser;
  /** Absent for somebody who belongs to no organization yet. */
  organization: FrameOrganization | null;
  organizations: FrameOrganization[];
  permissions: Permission[];
  role: string | null;
  memberId: string | null;
  /** Single-letter shortcuts can be switched off (WCAG 2.1.4). */
  singleKeys: boolean;
};

export const FrameContext = createContext<FrameData | null>(null);

export function useFrame(): FrameData {
  const frame = useContext(FrameContext);
  if (!frame) throw new Error("useFrame is for screens inside the frame.");
  return frame;
}
