import createNextIntlPlugin from 'next-intl/plugin';

const withNextIntl = createNextIntlPlugin('./lib/i18n/request.ts');

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  serverExternalPackages: ['@node-rs/argon2', 'mongodb', 'pino'],
  // Types are a step of `npm test`; who only starts the product needn't wait for them.
  typescript: { ignoreBuildErrors: true },
};

export default withNextIntl(config);
