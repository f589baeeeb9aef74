import type { BrowserLauncher } from '@web/test-runner-core';
import { openWebKit, type WebKitPage, type WebKitStage } from './webkit.ts';

/**
 * Runs element tests in WebKitGTK, each file in a browser of its own. It is of the type `playwright`, because the runner's commands
 * (`sendKeys`, `sendMouse`, `setViewport`) then use its pages by the names that Playwright's pages have.
 */
export function webkitLauncher(): BrowserLauncher & { getPage(id: string): WebKitPage } {
  const idle: WebKitStage[] = [];
  const stages: WebKitStage[] = [];
  const active = new Map<string, { readonly stage: WebKitStage; readonly page: WebKitPage; readonly url: string }>();
  const inUse = (id: string) => {
    const session = active.get(id);
    if (!session) throw new Error(`No page for the session ${id}`);
    return session;
  };
  const openStage = async () => {
    const stage = await openWebKit({ plain: true });
    stages.push(stage);
    return stage;
  };
  return {
    name: 'Webkit',
    type: 'playwright',
    getPage: (id) => inUse(id).page,
    isActive: (id) => active.has(id),
    getBrowserUrl: (id) => inUse(id).page.url(),
    async startSession(id, url) {
      const stage = idle.pop() ?? (await openStage());
      const page = await stage.newPage();
      active.set(id, { stage, page, url });
      await page.setViewportSize({ width: 800, height: 600 });
      await page.goto(url);
    },
    async stopSession(id) {
      const { stage, page } = inUse(id);
      active.delete(id);
      await page.close();
      idle.push(stage);
      return {};
    },
    async startDebugSession() {
      throw new Error('WebKit has no debug session here: its screen is not shown');
    },
    async stop() {
      for (const stage of stages) await stage.close();
    },
  };
}
