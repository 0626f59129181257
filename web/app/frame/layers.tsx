import { useNavigate, useSubmit } from "@remix-run/react";
import {
  createContext,
  lazy,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useState,
  type ReactNode,
} from "react";
import { loadPatiently } from "~/live/patient-fetch";
import type { Act, Command } from "./command";
import { commandsFor } from "./commands";
import { useFrame } from "./frame-data";
import { type ShortcutAction, useShortcuts } from "./shortcuts";

const Palette = lazy(() => loadPatiently(() => import("./palette")));
const ShortcutHelp = lazy(() => loadPatiently(() => import("./shortcut-help")));
const Toaster = lazy(() => loadPatiently(() => import("~/toasts/toaster")));

type Layer = "palette" | "create" | "help" | null;

const OpenLayer = createContext<(layer: Layer) => void>(() => undefined);

export function useOpenLayer(): (layer: Layer) => void {
  return useContext(OpenLayer);
}

/** What lies over every screen: palette, help and toasts, each loaded when it is first needed. */
export function Layers({ children }: { children: ReactNode }) {
  const frame = useFrame();
  const commands = useMemo(() => commandsFor(frame), [frame]);
  const [layer, setLayer] = useState<Layer>(null);
  const [seen, setSeen] = useState<ReadonlySet<Layer>>(new Set());
  const run = useRun(setLayer);
  const open = useCallback((next: Layer) => {
    setSeen((before) => new Set(before).add(next));
    setLayer(next);
  }, []);
  useShortcuts(shortcutsOf(commands, open, run), frame.singleKeys);
  const isPalette = layer === "palette" || layer === "create";
  const close = (isOpen: boolean) => !isOpen && setLayer(null);
  return (
    <OpenLayer.Provider value={open}>
      {children}
      <Suspense>
        {(seen.has("palette") || seen.has("create")) && (
          <Palette
            commands={commands}
            open={isPalette}
            onOpenChange={close}
            onRun={run}
            start={layer === "create" ? "Create" : ""}
          />
        )}
        {seen.has("help") && (
          <ShortcutHelp
            commands={commands}
            open={layer === "help"}
            onOpenChange={close}
            singleKeys={frame.singleKeys}
          />
        )}
        <ToasterWhenIdle />
      </Suspense>
    </OpenLayer.Provider>
  );
}

function ToasterWhenIdle() {
  const [idle, setIdle] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setIdle(true), 300);
    return () => clearTimeout(timer);
  }, []);
  return idle ? <Toaster /> : null;
}

function shortcutsOf(
  commands: Command[],
  open: (layer: Layer) => void,
  run: (command: Command) => void,
): ShortcutAction[] {
  const going = commands.flatMap((command) =>
    command.keys ? [{ keys: command.keys, run: () => run(command) }] : [],
  );
  return [
    { keys: "mod+k", run: () => open("palette") },
    { keys: "c", run: () => open("create") },
    { keys: "?", run: () => open("help") },
    { keys: "/", run: () => focusSearch() || open("palette") },
    ...going,
  ];
}

/** A list that can be searched marks its field; where there is none, the palette is the search. */
function focusSearch(): boolean {
  const field = document.querySelector<HTMLInputElement>("[data-search]");
  field?.focus();
  return field !== null;
}

function useRun(setLayer: (layer: Layer) => void): (command: Command) => void {
  const navigate = useNavigate();
  const submit = useSubmit();
  const acts: Record<Act, () => void> = {
    "theme:light": () =>
      submit({ theme: "light" }, { method: "post", action: "/preferences", navigate: false }),
    "theme:dark": () =>
      submit({ theme: "dark" }, { method: "post", action: "/preferences", navigate: false }),
    "sign-out": () => submit(null, { method: "post", action: "/sign-out" }),
    help: () => setLayer("help"),
  };
  return (command) => {
    setLayer(null);
    if ("act" in command) acts[command.act]();
    else if (command.outside) window.location.assign(command.to);
    else navigate(command.to);
  };
}
