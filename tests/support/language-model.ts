// A language model's endpoint on this machine that answers as a test wants: well, with lies, with nothing, never. Keeps what it was asked.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { onTestFinished } from 'vitest';

export interface ModelAsked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly model: string;
  /** The sentence that was sent. */
  readonly text: string;
  readonly whole: string;
}

export interface TestModel {
  readonly url: string;
  readonly asked: ModelAsked[];
  /** The connections that are open and have had no answer. */
  readonly open: Set<ServerResponse>;
  answer: (text: string, reply: ServerResponse) => void;
}

/** As the API answers it. */
export const said = (reply: ServerResponse, content: string | null, message: object = {}): void => {
  reply.setHeader('content-type', 'application/json');
  reply.end(
    JSON.stringify({
      id: 'x',
      object: 'chat.completion',
      choices: [{ index: 0, message: { role: 'assistant', content, ...message } }],
    }),
  );
};

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  let body = '';
  for await (const piece of request) body += String(piece);
  return body;
};

export const startModel = async (): Promise<TestModel> => {
  const open = new Set<ServerResponse>();
  const server = createServer((request, reply) => {
    void bodyOf(request).then((whole) => {
      const body = JSON.parse(whole) as { model: string; messages: { role: string; content: string }[] };
      const text = body.messages.at(-1)?.content ?? '';
      model.asked.push({
        path: request.url ?? '',
        authorization: request.headers.authorization,
        model: body.model,
        text,
        whole,
      });
      open.add(reply);
      reply.on('close', () => open.delete(reply));
      model.answer(text, reply);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const model: TestModel = {
    url: `http://127.0.0.1:${port}/v1`,
    asked: [],
    open,
    answer: (text, reply) => said(reply, text),
  };
  onTestFinished(async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
  return model;
};
