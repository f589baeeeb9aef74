import { emulateMedia, setViewport } from '@web/test-runner-commands';
import { isChromium } from './engine.ts';

type Scheme = 'light' | 'dark' | 'forced colours';

/**
 * The schemes in which every state has to be readable. Forced colours in Chromium alone: the system's own colours of a Firefox without a
 * screen, white on #3399ff where something is chosen, have a contrast of 2.9 to 1, and WebKit's driver emulates nothing.
 */
export const schemes: readonly Scheme[] = ['light', 'dark', ...(isChromium ? ['forced colours' as const] : [])];

/** Puts page and browser into a scheme. The canvas is painted, because axe takes an unpainted page for white. */
export async function useScheme(scheme: Scheme): Promise<void> {
  await emulateMedia({
    colorScheme: scheme === 'dark' ? 'dark' : 'light',
    forcedColors: scheme === 'forced colours' ? 'active' : 'none',
    reducedMotion: 'reduce',
  });
  document.documentElement.style.colorScheme = scheme === 'dark' ? 'dark' : 'light';
  document.body.style.background = 'Canvas';
}

/** Back to what a page starts with. */
export async function resetMedia(): Promise<void> {
  await useScheme('light');
  await setViewport({ width: 800, height: 600 });
}
