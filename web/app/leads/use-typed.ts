import { useEffect, useRef, useState } from "react";
import { useLatest } from "~/latest";

const quietMs = 350;

/** What is being typed, at once; the address follows when the hand rests, and leads where it changes by itself. */
export function useTyped(
  inAddress: string,
  onRest: (text: string) => void,
): [string, (text: string) => void] {
  const [typed, setTyped] = useState({ text: inAddress, inAddress });
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useLatest(onRest);
  useEffect(() => () => clearTimeout(timer.current), []);
  if (typed.inAddress !== inAddress) setTyped({ text: inAddress, inAddress });
  return [
    typed.text,
    (text) => {
      setTyped({ text, inAddress });
      clearTimeout(timer.current);
      timer.current = setTimeout(() => latest.current(text), quietMs);
    },
  ];
}
