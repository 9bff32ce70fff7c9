'use client';

import type { ComponentType } from 'react';
import type { FormField as Field } from '@/rules-engine/index';
import { BandsField } from './bands-field';
import { ColorInput } from './color-input';
import { ConditionsField } from './conditions-field';
import { CutField } from './cut-field';
import { CutsField } from './cuts-field';
import { ChoiceInput, LocalTextInput, NumberInput, ProseInput, TextInput } from './plain-fields';
import {
  LayerInput,
  LayeringInput,
  LayersInput,
  ListInput,
  SegmentInput,
  TagInput,
  TagValuesInput,
} from './reference-fields';
import { SubjectField } from './subject-field';
import { TermsField } from './terms-field';

type Input = Field['input'];
type Drawn = { [K in Input]: ComponentType<{ field: Extract<Field, { input: K }> }> };

/** How each kind of parameter is entered: a node type names the kind, its form is drawn from this table. */
const drawn: Drawn = {
  conditions: ConditionsField,
  text: TextInput,
  localText: LocalTextInput,
  prose: ProseInput,
  color: ColorInput,
  number: NumberInput,
  choice: ChoiceInput,
  subject: SubjectField,
  segment: SegmentInput,
  tag: TagInput,
  tagValues: TagValuesInput,
  layering: LayeringInput,
  layers: LayersInput,
  layer: LayerInput,
  list: ListInput,
  terms: TermsField,
  bands: BandsField,
  cuts: CutsField,
  cut: CutField,
};

export function FormField<K extends Input>({ field }: { field: Extract<Field, { input: K }> }) {
  const Drawn: ComponentType<{ field: Extract<Field, { input: K }> }> = drawn[field.input];
  return <Drawn field={field} />;
}
