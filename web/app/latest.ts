import { useEffect, useRef, type MutableRefObject } from "react";

/** The value of the last render, for listeners that outlive it. */
export function useLatest<T>(value: T): MutableRefObject<T> {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });
  return latest;
}
