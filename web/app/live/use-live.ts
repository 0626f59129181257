import { useRevalidator } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { joinRoom } from "./room";

/** Several facts in one breath are one look. */
const breathMs = 120;

/** Keeps what is on the screen as it is in the organization, whoever changes it and wherever. */
export function useLive(organizationId: string | null): void {
  const { revalidate } = useRevalidator();
  const look = useRef(revalidate);
  look.current = revalidate;
  useEffect(() => {
    if (!organizationId) return;
    let breath: ReturnType<typeof setTimeout> | undefined;
    const leave = joinRoom(organizationId, () => {
      clearTimeout(breath);
      breath = setTimeout(() => look.current(), breathMs);
    });
    return () => {
      clearTimeout(breath);
      leave();
    };
  }, [organizationId]);
}
