/** The thread in which PDFs are drawn, one at a time. Owns nothing but the passing of messages; pdf-press.ts is who sends them. */
import { parentPort } from 'node:worker_threads';
import type { Document } from '../../shared/document/document.ts';
import { documentPdf } from './pdf.ts';
import type { Picture } from './picture.ts';

export interface Order {
  readonly document: Document;
  /** What is a Buffer here is plain bytes once it has come over. */
  readonly pictures: ReadonlyMap<string, Omit<Picture, 'jpeg'> & { readonly jpeg: Uint8Array }>;
}

export type Delivery = { readonly pdf: Uint8Array } | { readonly fault: string };

const drawn = async ({ document, pictures }: Order): Promise<Delivery> => {
  const held = [...pictures].map(([file, { jpeg, ...measures }]) => [file, { ...measures, jpeg: Buffer.from(jpeg) }]);
  try {
    return { pdf: new Uint8Array(await documentPdf(document, new Map(held as [string, Picture][]))) };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
};

parentPort?.on('message', (order: Order) => {
  void drawn(order).then((delivery) => parentPort?.postMessage(delivery));
});
