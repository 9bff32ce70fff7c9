import { listTest } from '../ir/build-predicate';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { fieldOf, listId } from './subject-value';

export const onList = defineOperator({
  id: 'onList',
  label: { zh: '在名单中', en: 'is on the list' },
  help: {
    zh: '在上传的名单里，例如“在名单 618 到店登记中”。',
    en: 'Is on the uploaded list, e.g. “on the list Store sign-ups in June”.',
  },
  subjects: ['uploadedList'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => listTest('any', fieldOf(subject), [listId(subject)]),
  relation: () => ({ zh: '在其中', en: 'is on it' }),
  phrase: ({ label }) => ({ zh: `在名单“${label.zh}”中`, en: `on the list “${label.en}”` }),
  examples: [
    {
      subject: 'uploadedList',
      value: undefined,
      yes: [['june'], ['may', 'june']],
      no: [['june2'], [['june']], [], null, undefined, 'june'],
    },
  ],
});
