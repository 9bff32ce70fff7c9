import type { Text } from '../text';

/** A form as data: the one inspector draws it. `param` is the name below `params`. */
export type FormField = { param: string; label: Text; help?: Text } & (
  | { input: 'conditions' }
  | { input: 'text'; placeholder?: Text }
  | { input: 'localText' }
  | { input: 'prose'; placeholder?: Text }
  | { input: 'color' }
  | { input: 'number'; min: number; max: number; step: number; unit?: Text }
  | { input: 'choice'; options: readonly { value: string; label: Text }[] }
  | { input: 'subject' }
  | { input: 'segment' }
  | { input: 'tag' }
  | { input: 'tagValues'; tagParam: string }
  | { input: 'layering' }
  | { input: 'layers'; layeringParam: string }
  | { input: 'layer'; layeringParam: string }
  | { input: 'list' }
  | { input: 'terms' }
  | { input: 'bands' }
  | { input: 'cuts' }
  | { input: 'cut' }
);
