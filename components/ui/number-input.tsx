'use client';

import { useContext, useEffect, useEffectEvent, useRef, useState } from 'react';
import { Input, NumberFieldStateContext, useLocale } from 'react-aria-components';
import { isWhole, type NumberLimits, sameNumber } from './typed-number';

interface Props {
  /** The stored number; while it is being typed, that of the last keystroke that made one. */
  value: number | null;
  limits: NumberLimits;
  isTyping: boolean;
  onTyping: (isTyping: boolean) => void;
  /** What stands there isn't a number yet, or not one that is allowed. */
  onUnfinished: (isUnfinished: boolean) => void;
  onNumber: (value: number | null) => void;
  /** Enter, or the field is left. */
  onDone?: () => void;
  /** The number before typing began: the field around it goes on showing what is typed. */
  before: number | null;
  placeholder?: string;
}

/**
 * The text of a number field. react-aria tells of a number when its field is left; this tells of it with every keystroke
 * that makes one, and not while an input method composes.
 */
export function NumberInput({
  value,
  limits,
  isTyping,
  onTyping,
  onUnfinished,
  onNumber,
  onDone,
  before,
  placeholder,
}: Props) {
  const state = useContext(NumberFieldStateContext);
  const { locale } = useLocale();
  const [isComposing, setComposing] = useState(false);
  /** What the value will be if nobody but this field changes it. */
  const expected = useRef(value);
  const text = state?.inputValue ?? '';

  const tell = useEffectEvent(() => {
    if (!state || !isTyping) return;
    const isNumber = !isComposing && text !== '' && isWhole(state.numberValue, limits);
    onUnfinished(!isNumber);
    if (!isNumber || sameNumber(state.numberValue, value)) return;
    expected.current = state.numberValue;
    onNumber(state.numberValue);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each text, whatever else changes
  useEffect(tell, [text, isComposing]);

  const follow = useEffectEvent(() => {
    if (!state || !isTyping || sameNumber(value, expected.current)) return;
    // Undone, or changed elsewhere: that is what the field shows now.
    state.setInputValue(
      value === null ? '' : new Intl.NumberFormat(locale, limits.formatOptions).format(value),
    );
    onTyping(false);
    onUnfinished(false);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when the value is another one
  useEffect(follow, [value]);

  const done = () => {
    // An empty field that was empty before looks untouched to react-aria, whatever was typed in between.
    if (isTyping && text === '' && before === null && value !== null) onNumber(null);
    onTyping(false);
    onUnfinished(false);
    onDone?.();
  };
  return (
    <Input
      placeholder={placeholder}
      onChange={() => {
        if (!isTyping) expected.current = value;
        onTyping(true);
      }}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={({ key, nativeEvent }) => key === 'Enter' && !nativeEvent.isComposing && done()}
      onBlur={done}
      className="tabular h-full min-w-0 flex-1 bg-transparent px-2.5 outline-none!"
    />
  );
}
