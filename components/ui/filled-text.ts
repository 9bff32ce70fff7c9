/** The text with a blank language filled by the other. */
export function filledText({ zh, en }: { zh: string; en: string }): { zh: string; en: string } {
  return { zh: zh.trim() || en.trim(), en: en.trim() || zh.trim() };
}
