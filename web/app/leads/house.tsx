import { useOutletContext } from "@remix-run/react";
import { createContext, useContext } from "react";
import type { AskableField } from "~/conditions/group";
import type { Colleague, LeadsHouse, Named, Stage, Tag } from "./lead";

/** The time for everything that says how long ago it was: asked once for a table, not in each of its cells. */
export const NowContext = createContext<number | null>(null);

/** For the list and the board, inside whose route it is read. */
export function useLoadedHouse(): { house: LeadsHouse; fields: AskableField[] } {
  return useOutletContext();
}

/** Shared by every part of the leads' screens, so that a cell need not be told by its row. */
export const HouseContext = createContext<LeadsHouse | null>(null);

export function useHouse(): LeadsHouse {
  const house = useContext(HouseContext);
  if (!house) throw new Error("useHouse is for parts of the leads' screens.");
  return house;
}

export function useStage(id: string): Stage | undefined {
  return useHouse().stages.find((stage) => stage.id === id);
}

export function useColleague(id: string | null): Colleague | undefined {
  return useHouse().colleagues.find((colleague) => colleague.id === id);
}

export function useSource(id: string | null): Named | undefined {
  return useHouse().sources.find((source) => source.id === id);
}

export function useTags(ids: readonly string[]): Tag[] {
  const { tags } = useHouse();
  return ids.flatMap((id) => tags.find((tag) => tag.id === id) ?? []);
}
