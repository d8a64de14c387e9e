/** How the ids of sources are made. Owns their spelling; origins.ts reads them again. */
import type { Block } from '../notes/blocks.ts';
import type { SourceId } from './article.ts';

export const fact = (...path: readonly (string | number)[]): SourceId => `fact:${path.join('/')}`;
export const logged = (seq: number): SourceId => `log:${seq}`;
export const block = (of: Pick<Block, 'id'>): SourceId => `block:${of.id}`;
export const person = (id: string): SourceId => `person:${id}`;
