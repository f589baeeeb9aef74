import { emulateMedia, setViewport } from '@web/test-runner-commands';

/** The schemes in which every state has to be readable. */
export const schemes = ['light', 'dark', 'forced colours'] as const;

/** Puts page and browser into a scheme. The canvas is painted, because axe takes an unpainted page for white. */
export async function useScheme(scheme: (typeof schemes)[number]): Promise<void> {
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
