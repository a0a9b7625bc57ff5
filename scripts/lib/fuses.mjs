// The fuses of the Electron program that ships, and how they are set: no fuse that lets it run other code stays on.
import { flipFuses, FuseV1Options, FuseVersion, getCurrentFuseWire } from '@electron/fuses';

/** By name, whether each is on in what ships. */
export const FUSES = {
  RunAsNode: false,
  EnableCookieEncryption: false,
  EnableNodeOptionsEnvironmentVariable: false,
  EnableNodeCliInspectArguments: false,
  EnableEmbeddedAsarIntegrityValidation: true,
  OnlyLoadAppFromAsar: true,
  LoadBrowserProcessSpecificV8Snapshot: false,
  GrantFileProtocolExtraPrivileges: false,
};

const ON = '1'.charCodeAt(0);

/** Sets the fuses of the Electron at `program`, in place: for a copy that is packed, never for the one that tests use. */
export async function setFuses(program) {
  const wanted = Object.fromEntries(Object.entries(FUSES).map(([name, on]) => [FuseV1Options[name], on]));
  await flipFuses(program, { version: FuseVersion.V1, resetAdHocDarwinSignature: true, ...wanted });
}

/** The fuses of the Electron at `program`, by name; of those it knows. */
export async function readFuses(program) {
  const wire = await getCurrentFuseWire(program);
  const known = Object.keys(FUSES).filter((name) => wire[FuseV1Options[name]] !== undefined);
  return Object.fromEntries(known.map((name) => [name, wire[FuseV1Options[name]] === ON]));
}
