import { register } from '../base/register.ts';
import { journeyChunks } from './lazy-elements.ts';

/** Loads and defines the elements of a chunk of the journey; rejects when its script does not load. */
export async function loadChunk(chunk: keyof typeof journeyChunks): Promise<void> {
  const { elements } = await journeyChunks[chunk]();
  for (const [tag, element] of Object.entries(elements)) register(tag, element);
}
