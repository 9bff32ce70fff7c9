'use client';

import { useTranslations } from 'next-intl';

const channels = ['wecom', 'service_account', 'sms', 'email', 'push', 'ads', 'phone'] as const;
const purposes = ['marketing', 'service'] as const;

/** Names of the channels and purposes that consent is given for; one of the workspace's own as it is. */
export function useConsentText(): { channel: (key: string) => string; purpose: (key: string) => string } {
  const t = useTranslations('members');
  return {
    channel: (key) => {
      const known = channels.find((one) => one === key);
      return known ? t(`channels.${known}`) : key;
    },
    purpose: (key) => {
      const known = purposes.find((one) => one === key);
      return known ? t(`purposes.${known}`) : key;
    },
  };
}
