import { type FieldType, fieldTypes } from '../catalogue';
import type { CompiledRow } from '../compile/environment';
import type { NumericSubject } from '../compile/subject';
import type { Predicate } from '../ir/predicate';
import { spaced } from '../sentence/spaced';
import type { Text } from '../text';

/** A bound on a number that a node itself sets, told in an explanation like the row of a condition. */
export function valueRow(
  node: string,
  param: string,
  subject: NumericSubject,
  predicate: Predicate,
  relation: Text,
): CompiledRow {
  const { label, value, unit, types, personal } = subject;
  return {
    node,
    param,
    predicate,
    value,
    type: numberType(types),
    phrase: { zh: spaced`${label.zh}${relation.zh}`, en: `${label.en} ${relation.en}` },
    relation,
    unit,
    money: types.includes('money'),
    personal,
  };
}

function numberType(types: NumericSubject['types']): FieldType | null {
  return fieldTypes.find((type) => types.includes(type)) ?? null;
}
