import { type Describe, wording } from '../sentence/describe';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';
import type { Clock } from '../time/window';

/** How findings are worded, each with what to do about it. */
export class LintWords {
  private readonly describe: Describe;

  constructor(clock: Clock) {
    this.describe = wording(clock);
  }

  private people(n: number): Text {
    const { zh, en } = this.describe.amount(n, null, false);
    return { zh: spaced`${zh}人`, en: `${en} ${n === 1 ? 'member' : 'members'}` };
  }

  unreachable(output: Text, cover: Text | null, n: number | null): Text {
    if (n !== null) {
      return {
        zh: `“${output.zh}”现在一个人也没有。请看一下它的条件，或排在它前面的内容。`,
        en: `Nobody is in “${output.en}” now. Look at its conditions, or at what comes before it.`,
      };
    }
    if (cover) {
      return {
        zh: `“${output.zh}”永远不会有人：符合它的人都先归入了“${cover.zh}”。请把它排到前面，或改条件。`,
        en: `Nobody can ever be in “${output.en}”: all who fit it are in “${cover.en}” first. Move it up, or change its conditions.`,
      };
    }
    return {
      zh: `“${output.zh}”永远不会有人：通往它的条件不可能同时成立，或都被前面的内容占去。`,
      en: `Nobody can ever be in “${output.en}”: the conditions on the way can’t all hold, or those before it take everybody.`,
    };
  }

  overlap(later: Text, earlier: Text, n: number): Text {
    const { zh, en } = this.people(n);
    return {
      zh: spaced`有${zh}也符合“${later.zh}”，因为“${earlier.zh}”排在前面而归入那里。`,
      en: `${en} also ${n === 1 ? 'fits' : 'fit'} “${later.en}”, and ${n === 1 ? 'is' : 'are'} in “${earlier.en}” because it comes first.`,
    };
  }

  gap(fallback: Text, n: number): Text {
    const { zh, en } = this.people(n);
    if (n === 0) {
      return {
        zh: `每个人都符合某一层的规则，兜底层“${fallback.zh}”没有人。`,
        en: `Everybody fits the rules of a layer: nobody is left to the fallback “${fallback.en}”.`,
      };
    }
    return {
      zh: spaced`${zh}不符合任何一层的规则，归入兜底层“${fallback.zh}”。`,
      en: `${en} ${n === 1 ? 'fits' : 'fit'} the rules of no layer and ${n === 1 ? 'goes' : 'go'} to the fallback “${fallback.en}”.`,
    };
  }

  contradiction(node: Text, port: Text): Text {
    return {
      zh: `“${node.zh}”的“${port.zh}”永远不会有人：它的条件和前面的条件互相矛盾。`,
      en: `Nobody can ever leave “${node.en}” by “${port.en}”: its conditions contradict those before it.`,
    };
  }

  /** `groups`: which of them, from the lowest. */
  emptyGroups(node: Text, number: Text, of: number, groups: readonly number[]): Text {
    const [zh, en] = [groups.join('、'), groups.join(', ')];
    return {
      zh: spaced`“${node.zh}”把${number.zh}分成${of}组，从低到高第${zh}组没有人：同一个数值的会员太多，分不开。请减少组数，或自己填分界值。`,
      en: `“${node.en}” parts ${number.en} into ${of} groups, and nobody is in group ${en} from the lowest: too many members have the same value. Take fewer groups, or type the cuts.`,
    };
  }

  redundant(node: Text): Text {
    return {
      zh: `到“${node.zh}”的人全都符合它：前面的条件已经保证了，它不起作用。`,
      en: `All who come to “${node.en}” fit it: the conditions before it see to that, so it changes nothing.`,
    };
  }
}
