import { Outlet } from "@remix-run/react";
import { RouteError } from "~/components/route-error";
import { titleOfError } from "~/titles";

export const meta = titleOfError;

/** Between the frame and its screens: whatever fails in a screen is told inside the frame. */
export default function Screen() {
  return <Outlet />;
}

export function ErrorBoundary() {
  return <RouteError home="/home" />;
}
