import { createContext } from "react";

/** Known on the server only: a browser hides a nonce from scripts once the page is parsed. */
export const NonceContext = createContext<string | undefined>(undefined);
