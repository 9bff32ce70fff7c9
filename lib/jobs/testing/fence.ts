import type { Fence } from '../handler';
import { openTo } from '../member-writes';

/** The hold of a claim that nobody takes over; `onHold` is asked at every hold, and throws to have it die there. */
export function testFence(fence = 1, onHold: () => void = () => undefined): Fence {
  const hold = async () => onHold();
  return {
    owner: 'test',
    fence,
    hold,
    writing: async (what) => {
      await hold();
      return openTo(what, fence);
    },
  };
}
