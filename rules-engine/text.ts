/** A text in both languages of the interface. */
export interface Text {
  zh: string;
  en: string;
}

export type Locale = keyof Text;

/** The sentence of a rule; it is as long as the rule needs. */
export type Sentence = Text;
