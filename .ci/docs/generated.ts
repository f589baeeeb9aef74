import { existsSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openApiDocument } from '../../src/contract/openapi/openapi.ts';
import { scenarios } from '../../src/mock/scenarios.ts';
import { measure, sizeTable } from '../sizes.ts';
import { apiReports } from './api-report.ts';
import { contractReference } from './contract.ts';
import { elementsList, elementsReference } from './elements.ts';
import { flowDiagram } from './flow-diagram.ts';
import { cssCustomData, elementTypes, htmlCustomData, reactComponents, webTypes } from './frameworks.ts';
import { elementsManifest } from './manifest.ts';
import { code, fence, replaceSection, table } from './markdown.ts';

/** The repository's root folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const read = (file: string): string => readFileSync(joinPath(root, file), 'utf8');

const scenarioTable = (): string =>
  table(
    ['scenario', 'what happens'],
    Object.entries(scenarios).map(([name, about]) => [code(name), about]),
  );

/**
 * Every generated text by its file, as it should be. The sizes in the README are measured, so they are renewed only
 * where a build is at hand.
 */
export async function generatedTexts(): Promise<ReadonlyMap<string, string>> {
  const { version } = JSON.parse(read('package.json')) as { version: string };
  const document = openApiDocument({ version });
  const manifest = await elementsManifest(root);
  let readme = replaceSection(read('README.md'), 'elements', elementsList(manifest, 'docs/elements.md'));
  readme = replaceSection(readme, 'flow', fence('mermaid', flowDiagram()));
  if (existsSync(joinPath(root, 'dist/cdn/cb-booking.js'))) {
    readme = replaceSection(readme, 'sizes', sizeTable(await measure(root)));
  }
  return new Map([
    ['README.md', readme],
    ['docs/elements.md', elementsReference(manifest)],
    ['docs/mock.md', replaceSection(read('docs/mock.md'), 'scenarios', scenarioTable())],
    ['docs/contract.md', contractReference(document)],
    ['openapi.json', `${JSON.stringify(document, null, 2)}\n`],
    ['custom-elements.json', `${JSON.stringify(manifest, null, 2)}\n`],
    ['vscode.html-custom-data.json', htmlCustomData(manifest)],
    ['vscode.css-custom-data.json', cssCustomData(manifest)],
    ['web-types.json', webTypes(manifest, version)],
    ['src/frameworks/element-types.ts', elementTypes(manifest)],
    ...reactComponents(manifest),
    ...apiReports(root),
    [
      'src/elements/base/version.ts',
      read('src/elements/base/version.ts').replace(/(?<=const version = ')[^']+/, version),
    ],
  ]);
}

/** The generated files that are not what they should be. */
export async function staleFiles(): Promise<readonly string[]> {
  const texts = [...(await generatedTexts())];
  return texts.filter(([file, text]) => !existsSync(joinPath(root, file)) || read(file) !== text).map(([file]) => file);
}
