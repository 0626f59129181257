import type { Option } from "./profile-field";

export const platformNames: Record<string, string> = {
  x: "X",
  linkedin: "LinkedIn",
  facebook: "Facebook",
  instagram: "Instagram",
  threads: "Threads",
  bluesky: "Bluesky",
};

export const platformOptions: Option[] = Object.entries(platformNames).map(([value, name]) => ({
  value,
  name,
}));

export const awarenessOptions: Option[] = [
  { value: "", name: "Not chosen" },
  { value: "unaware", name: "Do not know the problem" },
  { value: "problem_aware", name: "Know the problem" },
  { value: "solution_aware", name: "Know that there are solutions" },
  { value: "product_aware", name: "Know the product" },
  { value: "most_aware", name: "Are about to buy" },
];

export const upgradeOptions: Option[] = [
  { value: "", name: "Not chosen" },
  { value: "checklist", name: "Checklist" },
  { value: "template", name: "Template" },
  { value: "guide", name: "Guide" },
  { value: "worksheet", name: "Worksheet" },
  { value: "swipe_file", name: "Swipe file" },
];
