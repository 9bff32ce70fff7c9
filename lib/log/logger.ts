import pino from 'pino';

/**
 * The log of server, worker and CLI: JSON lines on stderr (stdout belongs to what a command prints).
 * `LOG_LEVEL` sets the level; secrets are cut out wherever they would appear.
 */
export const log = pino(
  {
    name: 'tagloom',
    level: process.env.LOG_LEVEL || (process.env.VITEST ? 'silent' : 'info'),
    redact: {
      paths: ['password', '*.password', 'headers.authorization', 'headers.cookie', '*.headers.authorization'],
      censor: '***',
    },
  },
  pino.destination({ fd: 2, sync: true }),
);
