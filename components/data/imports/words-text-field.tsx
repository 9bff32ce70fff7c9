'use client';

import { useState } from 'react';
import { TextField, type TextFieldProps } from '@/components/ui/text-field';

interface Props extends Omit<TextFieldProps, 'value' | 'onChange'> {
  words: readonly string[];
  onChange: (words: string[]) => void;
}

/** A few words in one field, separated by space or comma. What is typed stays as it is typed: also a space at its end. */
export function WordsTextField({ words, onChange, ...props }: Props) {
  const [text, setText] = useState(words.join(' '));
  const isOurs = wordsOf(text).join(' ') === words.join(' ');
  return (
    <TextField
      {...props}
      value={isOurs ? text : words.join(' ')}
      onChange={(next) => {
        setText(next);
        onChange(wordsOf(next));
      }}
    />
  );
}

function wordsOf(text: string): string[] {
  return text.split(/[\s,，、]+/).filter((word) => word !== '');
}
