import { useState } from "react";

/** The very same value as long as it says the same: what depends on it is not drawn again for news about others. */
export function useSame<T>(value: T): T {
  const [known, setKnown] = useState(value);
  const isSame = known === value || JSON.stringify(known) === JSON.stringify(value);
  if (!isSame) setKnown(value);
  return isSame ? known : value;
}
