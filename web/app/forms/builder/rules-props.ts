import type { Rules } from "../definition";

export type RulesProps = {
  rules: Rules;
  editable: boolean;
  set: (patch: Partial<Rules>, about?: string) => void;
};
