'use client';

import { useTranslations } from 'next-intl';
import { definitionPath } from '@/components/definitions/kind-place';
import { ColorSwatch } from '@/components/layers/color-swatch';
import { Badge } from '@/components/ui/badge';
import { Instant } from '@/components/ui/instant';
import { Panel } from '@/components/ui/page';
import { TextLink } from '@/components/ui/text-link';
import { useText } from '@/components/ui/use-text';
import type { MemberDetail } from '@/lib/contracts/members';
import { useTagName } from './use-rules-catalogue';

/** The tags of a member: since when, and the way to why. */
export function MemberTags({ member }: { member: MemberDetail }) {
  const t = useTranslations('members.detail');
  const tagName = useTagName();
  return (
    <Panel title={t('tags')} flush>
      {member.tags.length === 0 ? (
        <p className="p-4 text-ink-faint">{t('noTags')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {member.tags.map(({ tag, definition, since }) => (
            <li key={tag} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
              <TextLink href={`/members?tag=${encodeURIComponent(tag)}`} className="min-w-0 break-words">
                {tagName(tag)}
              </TextLink>
              {definition === null && <Badge>{t('goneTag')}</Badge>}
              <span className="ml-auto flex items-center gap-3 text-ink-faint text-sm">
                {since && (
                  <span>
                    {t('tagSince')} <Instant at={since} />
                  </span>
                )}
                {definition && (
                  <TextLink
                    href={`/tags/${encodeURIComponent(definition)}?drawer=why&member=${encodeURIComponent(member.id)}`}
                    aria-label={t('whyTag', { tag: tagName(tag) })}
                  >
                    {t('why')}
                  </TextLink>
                )}
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}

/** The layers that a member is in: since when, by which run, and the way to why. */
export function MemberLayers({ member }: { member: MemberDetail }) {
  const t = useTranslations('members.detail');
  const text = useText();
  return (
    <Panel title={t('layers')} flush>
      {member.layers.length === 0 ? (
        <p className="p-4 text-ink-faint">{t('noLayers')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {member.layers.map(({ key, layer, definition, layering, label, color, since, version }) => {
            const name = label ? text(label) : layer;
            return (
              <li key={key} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                <span className="flex min-w-0 flex-wrap items-center gap-x-1.5">
                  {definition ? (
                    <TextLink href={definitionPath('layering', definition, '/movement')}>
                      {layering ? text(layering) : key}
                    </TextLink>
                  ) : (
                    <>
                      {key} <Badge>{t('goneTag')}</Badge>
                    </>
                  )}
                  {color !== null && <ColorSwatch color={color} />}
                  <TextLink
                    href={`/members?layer=${encodeURIComponent(`${key}:${layer}`)}`}
                    className="min-w-0 break-words font-medium"
                  >
                    {name}
                  </TextLink>
                </span>
                <span className="ml-auto flex items-center gap-3 text-ink-faint text-sm">
                  <span>
                    {t('tagSince')} <Instant at={since} />
                    {version !== null && ` · ${t('byVersion', { version })}`}
                  </span>
                  {definition && (
                    <TextLink
                      href={`${definitionPath('layering', definition)}?drawer=why&member=${encodeURIComponent(member.id)}`}
                      aria-label={t('whyLayer', { layer: name })}
                    >
                      {t('why')}
                    </TextLink>
                  )}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </Panel>
  );
}

export function MemberLists({ member }: { member: MemberDetail }) {
  const t = useTranslations('members.detail');
  return (
    <Panel title={t('lists')} flush>
      {member.lists.length === 0 ? (
        <p className="p-4 text-ink-faint">{t('noLists')}</p>
      ) : (
        <ul className="divide-y divide-line">
          {member.lists.map(({ id, label }) => (
            <li key={id} className="px-4 py-2">
              <TextLink href={`/members?list=${encodeURIComponent(id)}`}>{label}</TextLink>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
