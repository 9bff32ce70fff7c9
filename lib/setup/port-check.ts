import { createServer } from 'node:net';
import { SetupError } from './setup-error';

type PortProblem = 'EADDRINUSE' | 'EACCES' | 'EADDRNOTAVAIL';

const sentences: Record<PortProblem, (host: string, port: number) => string> = {
  EADDRINUSE: (_host, port) =>
    `Port ${port} is in use by another program: stop that program, or choose another port with PORT=${port === 65_535 ? 3000 : port + 1}.`,
  EACCES: (_host, port) => `You may not listen on port ${port}: choose one above 1023 with PORT=…`,
  EADDRNOTAVAIL: (host) => `This machine has no address ${host}: choose another with HOST=…`,
};

const isKnown = (code: string | undefined): code is PortProblem => code !== undefined && code in sentences;

/** Listens for a moment. Throws a SetupError when the port can't be had. */
export function requirePort(port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = isKnown(error.code) ? sentences[error.code](host, port) : error.message;
      reject(new SetupError(sentence));
    });
    server.listen(port, host, () => server.close(() => resolve()));
  });
}
