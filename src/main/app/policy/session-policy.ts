/**
 * What a session may do: load our own pages, and nothing else. No network, no permissions, no downloads, no
 * dictionaries. Every session gets the policy when it is made, because one session without it downloaded dictionaries.
 */
import { app, type Session } from 'electron';

/** Before `ready`: names resolve to nothing, so that even what a request filter does not see cannot leave the machine. */
export function cutNetwork(): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('disable-background-networking');
  app.commandLine.appendSwitch('disable-component-update');
  app.commandLine.appendSwitch('disable-domain-reliability');
  app.commandLine.appendSwitch('no-pings');
  app.commandLine.appendSwitch('force-webrtc-ip-handling-policy', 'disable_non_proxied_udp');
}

const LOCAL = new Set(['app:', 'data:', 'blob:', 'devtools:']);

/** True for addresses that are answered on this machine: `app:`, `data:`, `blob:` and the developer tools. */
const isLocalRequest = (url: string): boolean => {
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(url)?.[0].toLowerCase();
  return scheme !== undefined && LOCAL.has(scheme);
};

/** Copying as text is the one permission that a page of ours asks for. */
const ALLOWED = new Set(['clipboard-sanitized-write']);

/** Before `ready`: no session is without the policy, the default one included. */
export function holdAllSessions(onBlocked: (url: string) => void): void {
  app.on('session-created', (session) => applySessionPolicy(session, onBlocked));
}

function applySessionPolicy(session: Session, onBlocked: (url: string) => void): void {
  session.webRequest.onBeforeRequest((details, decide) => {
    const cancel = !isLocalRequest(details.url);
    if (cancel) onBlocked(details.url);
    decide({ cancel });
  });
  session.setPermissionRequestHandler((_contents, permission, decide) => decide(ALLOWED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerLanguages([]);
  session.setProxy({ mode: 'direct' }).catch(() => undefined);
}
