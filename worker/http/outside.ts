import { type Database, openDatabase } from "../../db/client";
import type { Env, Settings } from "../kernel/env";
import { ProviderError, type Mail, type Providers } from "../kernel/ports";
import { keepMail, keepsMail } from "../people";
import { createProviders, type ProviderSettings } from "../providers";

/** Which side of each provider this Worker uses: a key switches the real one on. */
export function providersOf(env: Env, settings: Settings): Providers {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL } = settings;
  return createProviders({
    appUrl: settings.APP_URL,
    allowedHosts: settings.OUTBOUND_ALLOWED_HOSTS,
    ownHosts: [],
    openai: OPENAI_API_KEY
      ? { apiKey: OPENAI_API_KEY, baseUrl: OPENAI_BASE_URL, model: OPENAI_MODEL }
      : undefined,
    mail: mailOf(env, settings),
    files: env.FILES,
    challengeBaseUrl: settings.TURNSTILE_API_BASE,
  });
}

function mailOf(env: Env, settings: Settings): ProviderSettings["mail"] {
  const { MAIL_API_KEY, MAIL_API_BASE } = settings;
  if (MAIL_API_KEY) return { kind: "http", apiKey: MAIL_API_KEY, baseUrl: MAIL_API_BASE };
  if (keepsMail(settings))
    return { kind: "mailbox", store: (mail) => keepMail(mailboxOf(env), mail, Date.now()) };
  if (env.EMAIL) return { kind: "binding", binding: env.EMAIL };
  return { kind: "mailbox", store: refuseMail };
}

function mailboxOf(env: Env): Database {
  return openDatabase(env.DB, "first-primary").database;
}

/** Nobody could read it: better a failed job that says why than a mail that seems sent. */
function refuseMail(_mail: Mail): Promise<void> {
  const why = "No mail provider is set. Set MAIL_API_KEY, or bind EMAIL.";
  return Promise.reject(new ProviderError("mail", "refuse", "not_configured", why));
}
