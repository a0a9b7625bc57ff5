// Types of app.mjs, for the Electron tests.
import type { ElectronApplication, Page } from '@playwright/test';

export interface LaunchOptions {
  /** Path of a notebook to open. */
  readonly notebook?: string;
  readonly theme?: 'light' | 'dark';
  /** A profile to keep between launches; by default a fresh one that goes when the app is closed. */
  readonly userDataDir?: string;
  /** Further arguments for the app itself. */
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** The program to start instead of the runtime's own: one that wraps it. */
  readonly program?: string;
}

export interface LaunchedApp {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly userDataDir: string;
  readonly close: () => Promise<void>;
}

export type ViewName = 'library' | 'reader' | 'figures' | 'sources' | 'audit' | 'thesis' | 'report';

export const VIEWS: readonly ViewName[];
export function electronProgram(): Promise<string>;
export function appArguments(options?: LaunchOptions): string[];
export function launchApp(options?: LaunchOptions): Promise<LaunchedApp>;
export function waitForAnyView(page: Page): Promise<void>;
export function showView(page: Page, view: ViewName): Promise<void>;
