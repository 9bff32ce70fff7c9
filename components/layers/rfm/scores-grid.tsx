'use client';

import { useTranslations } from 'next-intl';
import { useCutAmount } from '@/components/editor/cutpoints/cut-amount';
import { classNames } from '@/components/ui/class-names';
import { useFormat } from '@/components/ui/use-format';
import { useText } from '@/components/ui/use-text';
import type { Cutpoint } from '@/lib/contracts/cutpoints';
import { rfmDimensions } from '@/rules-engine/index';
import { heat } from './heat';
import { countOf, gradeSteps } from './score-counts';
import type { RfmPreview } from './use-rfm-preview';

/** What each grade takes, and the 125 combinations: one grid of R and F for each grade of M. */
export function ScoresGrid({ preview }: { preview: RfmPreview }) {
  const { counts, isStale, cuts } = preview;
  const all = gradeSteps.flatMap((recency) =>
    gradeSteps.flatMap((frequency) =>
      gradeSteps.map((monetary) => countOf(counts, { recency, frequency, monetary }) ?? 0),
    ),
  );
  const most = Math.max(0, ...all);
  return (
    <div className={classNames('flex flex-col gap-4', isStale && 'dimmed')}>
      {cuts && cuts.cuts.length > 0 && <GradeTable cuts={cuts.cuts} />}
      <div className="grid grid-cols-[repeat(auto-fit,minmax(13rem,1fr))] gap-4">
        {gradeSteps.map((monetary) => (
          <OneGrid key={monetary} monetary={monetary} counts={counts} most={most} />
        ))}
      </div>
    </div>
  );
}

function OneGrid({
  monetary,
  counts,
  most,
}: {
  monetary: number;
  counts: RfmPreview['counts'];
  most: number;
}) {
  const t = useTranslations('layers.rfm');
  const format = useFormat();
  const head = 'px-1 font-normal text-ink-soft text-xs';
  return (
    <table className="w-full table-fixed border-separate border-spacing-px">
      <caption className="pb-1 text-left font-medium text-sm">M {monetary}</caption>
      <thead>
        <tr>
          <td className="w-7" />
          {gradeSteps.map((recency) => (
            <th key={recency} scope="col" className={head}>
              R {recency}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {gradeSteps.map((frequency) => (
          <tr key={frequency}>
            <th scope="row" className={`${head} text-left`}>
              F {frequency}
            </th>
            {gradeSteps.map((recency) => {
              const n = countOf(counts, { recency, frequency, monetary });
              return (
                <td
                  key={recency}
                  className="tabular h-7 rounded-sm border border-line text-center text-xs"
                  style={heat(n, most)}
                  title={t('combination', {
                    r: recency,
                    f: frequency,
                    m: monetary,
                    sum: recency + frequency + monetary,
                    n: n === null ? '–' : format.number(n),
                  })}
                >
                  {n === null ? '–' : n > 9_999 ? format.compact(n) : format.number(n)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** From which value to which each grade goes. */
function GradeTable({ cuts }: { cuts: readonly Cutpoint[] }) {
  const t = useTranslations('layers.rfm');
  const text = useText();
  const amount = useCutAmount();
  const range = (cut: Cutpoint, place: number, unit: string | null) => {
    const kind = { unit: unit ?? cut.unit, money: cut.money };
    const [from, to] = [cut.values?.[place - 1], cut.values?.[place]];
    if (cut.values === null || isNobodys(cut, place)) return '–';
    if (from === undefined) return t('under', { to: amount(to ?? null, kind) });
    if (to === undefined) return t('from', { from: amount(from, kind) });
    return t('between', { from: amount(from, kind), to: amount(to, kind) });
  };
  return (
    <table className="tabular w-full text-sm" aria-label={t('gradesOf')}>
      <thead>
        <tr className="text-left text-ink-faint">
          <th scope="col" className="py-1 pr-3 font-medium">
            {t('grade')}
          </th>
          {rfmDimensions.map(({ param }, i) => (
            <th key={param} scope="col" className="py-1 pr-3 font-medium">
              {'RFM'[i]} {cuts[i] && text(cuts[i].label)}
              {cuts[i] && <Oddity of={cuts[i]} />}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="divide-y divide-line border-line border-t">
        {gradeSteps.map((grade) => (
          <tr key={grade}>
            <th scope="row" className="py-1 pr-3 text-left font-medium">
              {grade}
            </th>
            {rfmDimensions.map(({ param, fn, better }, i) => {
              const place = better === 'higher' ? grade - 1 : gradeSteps.length - grade;
              return (
                <td key={param} className="py-1 pr-3 align-top">
                  {cuts[i] && range(cuts[i], place, fn === 'count' ? 'times' : null)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Between two equal cuts, or below the least value, there is nobody. */
function isNobodys({ values, min }: Cutpoint, place: number): boolean {
  const [from, to] = [values?.[place - 1] ?? min, values?.[place]];
  return from !== null && to !== undefined && to <= from;
}

function Oddity({ of }: { of: Cutpoint }) {
  const t = useTranslations('layers.rfm');
  const p = useTranslations('layers.cutpoints.problem');
  const isTied = gradeSteps.some((_, place) => isNobodys(of, place));
  if (!of.problem && !isTied) return null;
  return (
    <span className="block font-normal text-warn-ink">
      {of.problem && of.problem !== 'tied' ? p(of.problem) : t('tied')}
    </span>
  );
}
