import { useNavigation } from "@remix-run/react";

export function usePendingIntent(intent: string): boolean {
  const { state, formData } = useNavigation();
  return state !== "idle" && formData?.get("intent") === intent;
}
