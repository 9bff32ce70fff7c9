import { listTest, not } from '../ir/build-predicate';
import { noOperand } from './operand';
import { defineOperator } from './operator';
import { fieldOf, listId } from './subject-value';

export const notOnList = defineOperator({
  id: 'notOnList',
  label: { zh: '不在名单中', en: 'is not on the list' },
  help: {
    zh: '不在上传的名单里，例如“不在名单员工中”。',
    en: 'Isn’t on the uploaded list, e.g. “not on the list Employees”.',
  },
  subjects: ['uploadedList'],
  input: 'none',
  value: noOperand,
  initial: undefined,
  lower: (subject) => not(listTest('any', fieldOf(subject), [listId(subject)])),
  relation: () => ({ zh: '不在其中', en: 'is not on it' }),
  phrase: ({ label }) => ({ zh: `不在名单“${label.zh}”中`, en: `not on the list “${label.en}”` }),
  examples: [
    {
      subject: 'uploadedList',
      value: undefined,
      yes: [['june2'], [], null, undefined, 'june'],
      no: [['june'], ['may', 'june']],
    },
  ],
});
